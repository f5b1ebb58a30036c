import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chunks, Monitoring } from '#contract/monitoring.ts';
import { chunksSchema, monitoringSchema, transitionPageSchema } from '#contract/monitoring.ts';
import { claimJob } from '#db/queries/claim-job.ts';
import { eventually } from '#db/testing/eventually.ts';
import { type Actor, readScope } from '#domain/access.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { changeJob } from '#server/batches/change-priority.ts';
import { pauseJob, resumeJob } from '#server/batches/pause-job.ts';
import { startHeartbeat } from '#server/engine/heartbeat.ts';
import { runJob } from '#server/engine/run-job.ts';
import { definitionOf, definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { listChunks } from './list-chunks.ts';
import { listTransitions } from './list-transitions.ts';
import { createMonitoringReader } from './read-monitoring.ts';

/** Nothing takes jobs by itself here: each test says what a processor does, and when. */
let product: Product;
let lead: Actor;
let admin: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct({ processor: false });
  lead = await product.person('lead');
  admin = await product.person('admin');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());

let fences = 0;
const work = (jobId: string) =>
  runJob(product.engine, { jobId, fence: `f${fences++}`, attempt: 0, signal: new AbortController().signal });
const query = (text: string, ...values: unknown[]) => product.services.pool.query(text, values);
const see = async (actor = admin): Promise<Monitoring> =>
  monitoringSchema.parse(await createMonitoringReader(product.services)(actor));
const anExport = async (name: string, count: number, options = {}) =>
  drive.export({ ids: await drive.store(definitionsOf(name, count)) }, options);

describe('monitoring', () => {
  it('counts by priority who waits for their turn and who for a processor, and how long the longest waits', async () => {
    const jobs: string[] = [];
    for (let n = 0; n < 7; n++) jobs.push(await anExport(`wacht ${n}`, 1));
    await changeJob(product.services, lead, jobs[6] as string, { priority: 8 });
    await query(`UPDATE jobs SET waiting_since = now() - interval '90 seconds' WHERE id = $1`, jobs[0]);
    const { queue } = await see();
    // Five of one organisation are let through at once.
    expect(queue).toMatchObject({ waiting: 2, admitted: 5, byStatus: { queued: 7 } });
    expect(queue.byPriority).toEqual([
      { priority: 8, waiting: 1, admitted: 0 },
      { priority: 5, waiting: 1, admitted: 5 },
    ]);
    expect(queue.oldestSeconds).toBeGreaterThanOrEqual(90);
    for (const id of jobs) await cancelJob(product.services, lead, id, { keep: true });
    expect((await see()).queue).toMatchObject({ waiting: 0, admitted: 0, oldestSeconds: null, byPriority: [] });
  });

  it('shows a job at work with the processor that has it, and what may be done with it', async () => {
    const jobId = await anExport('bezig', 40);
    await claimJob(product.services.pool, jobId, 'here');
    product.engine.atWork.set('here', jobId);
    const stop = startHeartbeat(product.engine);
    await eventually(async () => expect((await see()).processors).toHaveLength(1));
    const { running, processors, stuck } = await see();
    expect(processors).toMatchObject([{ alive: true, load: { jobs: [jobId] } }]);
    expect(running).toMatchObject({
      total: 1,
      jobs: [{ id: jobId, status: 'queued', total: 40, attempt: 1, takeovers: 0, processorId: processors[0]?.id }],
    });
    expect(running.jobs[0]?.steering).toEqual(['pause', 'cancel', 'cancel_and_roll_back']);
    expect(stuck).toEqual({ total: 0, jobs: [] });
    await stop();
    product.engine.atWork.delete('here');
    expect((await see()).running.jobs[0]).toMatchObject({ processorId: null });
    const lost = (
      await query(
        `INSERT INTO processors (id, host, pid, version, heartbeat_at, load)
         VALUES (gen_random_uuid(), 'h', 1, '1', now() - interval '20 seconds', $1) RETURNING id`,
        JSON.stringify({ ...processors[0]?.load, jobs: [jobId] }),
      )
    ).rows[0].id;
    expect(await see()).toMatchObject({
      processors: [{ id: lost, alive: false }],
      running: { jobs: [{ processorId: lost }] },
    });
    await query('DELETE FROM processors');
    await work(jobId);
    expect((await see()).running).toEqual({ total: 0, jobs: [] });
  });

  it('lists what is silent, what processors were lost with and what paused itself, and nothing that is well', async () => {
    const [silent, lost, paused, waiting] = [
      await anExport('stil', 2),
      await anExport('verloren', 2),
      await anExport('gepauzeerd', 2),
      await anExport('wacht rustig', 2),
    ];
    const { pool } = product.services;
    await claimJob(pool, silent, 'a');
    await query(`UPDATE jobs SET updated_at = now() - interval '40 seconds' WHERE id = ANY ($1)`, [silent, waiting]);
    await claimJob(pool, lost, 'b');
    await claimJob(pool, lost, 'c');
    await pauseJob(product.services, lead, paused);
    await query(
      `UPDATE jobs SET probe_at = now() + interval '1 minute', trips = 1, problem_code = 'paused_itself' WHERE id = $1`,
      paused,
    );
    const { stuck } = await see();
    expect(stuck.total).toBe(3);
    expect(Object.fromEntries(stuck.jobs.map(({ id, troubles, steering }) => [id, { troubles, steering }]))).toEqual({
      [silent]: { troubles: ['silent'], steering: ['pause', 'cancel', 'cancel_and_roll_back'] },
      [lost]: { troubles: ['losses'], steering: ['pause', 'cancel', 'cancel_and_roll_back'] },
      [paused]: { troubles: ['paused_itself'], steering: ['resume', 'cancel', 'cancel_and_roll_back'] },
    });
    expect(stuck.jobs.find(({ id }) => id === lost)).toMatchObject({ takeovers: 1, takeoversWithoutProgress: 1 });
    await resumeJob(product.services, lead, paused);
    for (const id of [silent, lost, paused, waiting]) await work(id);
    expect((await see()).stuck).toEqual({ total: 0, jobs: [] });
    const { rows } = await query(
      'SELECT takeovers, takeovers_without_progress AS losses FROM jobs WHERE id = $1',
      lost,
    );
    expect(rows).toEqual([{ takeovers: 2, losses: 0 }]);
  });

  it('lets nobody steer a job of another organisation from there, nor an auditor any', async () => {
    const jobId = await anExport('van ons', 1);
    await claimJob(product.services.pool, jobId, 'theirs');
    const [elsewhere, auditor] = [await product.person('admin', 'Elders'), await product.person('auditor')];
    for (const actor of [elsewhere, auditor]) {
      expect(readScope(actor)).toBeNull();
      expect((await see(actor)).running.jobs).toMatchObject([{ id: jobId, steering: [] }]);
    }
    await expect(see(lead)).rejects.toMatchObject({ code: 'not_allowed' });
    await work(jobId);
  });

  it('counts the failures of the last day by code, and not those of a job that is merely taken back', async () => {
    const good = definitionsOf('goed', 4);
    const bad = { ...definitionOf('fout'), category: 'onzin' as never };
    const jobId = await drive.importOf([...good, bad, { ...bad, term: 'ook fout' }]);
    await work(jobId);
    const failed = (await see()).failures.filter(({ scope }) => scope === 'item');
    expect(failed).toMatchObject([{ count: 2, jobs: 1 }]);
    await query(`UPDATE jobs SET updated_at = now() - interval '25 hours' WHERE id = $1`, jobId);
    await query(`UPDATE job_chunks SET finished_at = now() - interval '25 hours' WHERE job_id = $1`, jobId);
    expect((await see()).failures.filter(({ scope }) => scope === 'item')).toEqual([]);
    await query('UPDATE jobs SET updated_at = now(), undone_by = created_by WHERE id = $1', jobId);
    expect((await see()).failures.filter(({ scope }) => scope === 'item')).toEqual([]);
  });
});

describe('the chunks of a job', () => {
  it('are listed with times, attempts and error, for whoever may read the job', async () => {
    const jobId = await anExport('met blokken', 50, { chunkSize: 20 });
    expect(await listChunks(product.services, lead, jobId, {})).toMatchObject({ total: 0, done: 0, spans: [] });
    await work(jobId);
    await query(`UPDATE job_chunks SET attempts = 3, error_code = '40P01' WHERE job_id = $1 AND number = 1`, jobId);
    const viewer = await product.person('viewer');
    const chunks = chunksSchema.parse(await listChunks(product.services, viewer, jobId, {}));
    expect(chunks).toMatchObject({ total: 3, done: 3, groupSize: 1 });
    expect(
      chunks.spans.map(({ number, items, attempts, retried, error }) => [number, items, attempts, retried, error]),
    ).toEqual([
      [0, 20, 1, 0, null],
      [1, 20, 3, 1, '40P01'],
      [2, 10, 1, 0, null],
    ]);
    for (const { startedAt, finishedAt, durationMs, longestMs } of chunks.spans) {
      expect(Date.parse(finishedAt)).toBeGreaterThanOrEqual(Date.parse(startedAt));
      expect(durationMs).toBeGreaterThan(0);
      expect(longestMs).toBe(durationMs);
    }
  });

  it('began when the database says so, however wrong the clock of the processor is', async () => {
    const jobId = await anExport('scheve klok', 20);
    const before = (await query('SELECT clock_timestamp() AS at')).rows[0].at as Date;
    await work(jobId);
    const { spans } = await listChunks(product.services, lead, jobId, {});
    expect(Date.parse(spans[0]?.startedAt ?? '')).toBeGreaterThanOrEqual(before.getTime() - 1);
  });

  it('are put together when there are more than 2 000, and one can look into a group', async () => {
    const jobId = await anExport('heel veel', 1);
    await query(
      `INSERT INTO job_chunks (job_id, number, first, last, after, done, items, attempts, started_at, finished_at, error_code)
       SELECT $1, n, n, n, 0, n < 2100, 1, CASE WHEN n % 7 = 0 THEN 2 ELSE 1 END, now() + n * interval '1 s',
         now() + n * interval '1 s' + interval '250 ms', CASE WHEN n % 7 = 0 THEN '55P03' END
       FROM generate_series(0, 2199) n`,
      jobId,
    );
    const whole = await listChunks(product.services, lead, jobId, {});
    expect(whole).toMatchObject({ total: 2200, done: 2100, groupSize: 5 });
    expect(whole.spans).toHaveLength(420);
    const sum = (of: 'chunks' | 'items' | 'retried') => whole.spans.reduce((total, span) => total + span[of], 0);
    expect([sum('chunks'), sum('items'), sum('retried')]).toEqual([2100, 2100, 300]);
    expect(whole.spans[0]).toMatchObject({
      number: 0,
      lastNumber: 4,
      chunks: 5,
      durationMs: 250,
      error: '55P03',
      attempts: 2,
    });
    const { number: from, lastNumber: until } = whole.spans[2] as Chunks['spans'][number];
    const inside = await listChunks(product.services, lead, jobId, { from, until });
    expect(inside.groupSize).toBe(1);
    expect(inside.spans.map(({ number }) => number)).toEqual([10, 11, 12, 13, 14]);
    await query(
      `UPDATE job_chunks SET started_at = started_at + interval '1 day', finished_at = finished_at + interval '1 day'
      WHERE job_id = $1 AND number >= 1002`,
      jobId,
    );
    const { spans } = await listChunks(product.services, lead, jobId, {});
    expect(spans.find(({ lastNumber }) => lastNumber === 1001)).toMatchObject({ number: 1000, chunks: 2 });
    expect(spans.every(({ startedAt, finishedAt }) => Date.parse(finishedAt) - Date.parse(startedAt) < 10_000)).toBe(
      true,
    );
    expect(spans.reduce((total, span) => total + span.chunks, 0)).toBe(2100);
    await query('DELETE FROM job_chunks WHERE job_id = $1', jobId);
    await cancelJob(product.services, lead, jobId, { keep: true });
  });

  it('of another organisation are not there', async () => {
    const jobId = await anExport('niet voor u', 1);
    const outsider = await product.person('lead', 'Elders');
    await expect(listChunks(product.services, outsider, jobId, {})).rejects.toMatchObject({ code: 'not_found' });
    const page = { limit: 50 };
    await expect(listTransitions(product.services, outsider, jobId, page)).rejects.toMatchObject({ code: 'not_found' });
    await work(jobId);
  });
});

describe('the changes of the state of a job', () => {
  it('are an unbroken path from its creation, with who made them', async () => {
    const jobId = await anExport('een leven', 3);
    await pauseJob(product.services, lead, jobId);
    await resumeJob(product.services, lead, jobId);
    await changeJob(product.services, lead, jobId, { priority: 9 });
    await work(jobId);
    const viewer = await product.person('viewer');
    const page = transitionPageSchema.parse(await listTransitions(product.services, viewer, jobId, { limit: 50 }));
    expect(page.items.map(({ event, from, to, by }) => [event, from, to, by])).toEqual([
      ['created', null, 'queued', lead.name],
      ['pause_waiting', 'queued', 'paused', lead.name],
      ['resume', 'paused', 'queued', lead.name],
      ['claim_without_check', 'queued', 'running', null],
      ['all_chunks_done', 'running', 'finalizing', null],
      ['complete', 'finalizing', 'completed', null],
    ]);
    expect(page.total).toBe(6);
    const moments = page.items.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted());
  });

  it('come page by page', async () => {
    const jobId = await anExport('in bladzijden', 1);
    await work(jobId);
    const first = await listTransitions(product.services, lead, jobId, { limit: 3 });
    const second = await listTransitions(product.services, lead, jobId, {
      limit: 3,
      cursor: first.nextCursor as string,
    });
    expect([...first.items, ...second.items].map(({ to }) => to)).toEqual([
      'queued',
      'running',
      'finalizing',
      'completed',
    ]);
    expect(second.nextCursor).toBeNull();
  });
});
