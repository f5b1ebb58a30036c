import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimJob } from '#db/queries/claim-job.ts';
import { eventually } from '#db/testing/eventually.ts';
import type { Actor } from '#domain/access.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { startHeartbeat } from '#server/engine/heartbeat.ts';
import { runJob } from '#server/engine/run-job.ts';
import { definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
import { hold } from '#server/testing/hold.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { createMetrics } from './collect-metrics.ts';
import { CHUNK_BOUNDS, createTally } from './tally-jobs.ts';

/** Nothing takes jobs by itself here: each test says what a processor does, and when. */
let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct({ processor: false });
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());

let fences = 0;
const work = (jobId: string) =>
  runJob(product.engine, { jobId, fence: `f${fences++}`, attempt: 0, signal: new AbortController().signal });
const query = (text: string, ...values: unknown[]) => product.services.pool.query(text, values);

type Samples = Map<string, number>;

/** What a scrape reads, by name and labels; and which of those are counters. */
function read(text: string): { samples: Samples; counters: Samples } {
  const samples: Samples = new Map();
  const counters: Samples = new Map();
  let type = '';
  for (const line of text.trim().split('\n')) {
    if (line.startsWith('# TYPE ')) type = line.split(' ').at(-1) ?? '';
    if (line.startsWith('#')) continue;
    const at = line.lastIndexOf(' ');
    expect(line).toMatch(/^[a-z_]+(\{([a-z]+="[^"]*",?)+\})? (-?[\d.e+-]+|\+Inf)$/);
    samples.set(line.slice(0, at), Number(line.slice(at + 1)));
    if (type !== 'gauge') counters.set(line.slice(0, at), Number(line.slice(at + 1)));
  }
  return { samples, counters };
}
/** What a web process that has just started says. */
const scrape = async () => read(await createMetrics(product.services)());
const items = (samples: Samples, outcome: string, code = '') =>
  samples.get(`lexport_items_total{operation="import",outcome="${outcome}",code="${code}"}`) ?? 0;
const chunkCount = (samples: Samples) => samples.get('lexport_chunk_duration_seconds_count{operation="import"}') ?? 0;

function expectNoneFell(before: Samples, after: Samples): void {
  const fallen = [...before].filter(([name, value]) => !((after.get(name) ?? Number.NaN) >= value));
  expect(fallen).toEqual([]);
}

describe('the metrics', () => {
  it('count items by outcome and code, and never fall: not while a job works, fails, is paused, is taken back', async () => {
    const lasting = createTally(product.services.pool);
    await lasting();
    let before = (await scrape()).counters;
    const step = async () => {
      const { samples, counters } = await scrape();
      expectNoneFell(before, counters);
      before = counters;
      return samples;
    };
    const uploadId = await drive.upload({
      ...filesOf(definitionsOf('gemeten', 60)),
      'kapot.json': '{"term": "kapot"',
    });
    const jobId = await drive.import(uploadId, { chunkSize: 20, parallelism: 1 });
    await step();
    const held = await hold(product.url, 'LOCK TABLE definition_versions IN SHARE MODE');
    const working = work(jobId);
    await held.reached();
    await step();
    await held.release();
    await working;
    const ended = await step();
    expect(items(ended, 'succeeded')).toBe(60);
    const failed = [...ended].filter(([name]) => name.includes('outcome="failed"'));
    expect(failed).toMatchObject([[expect.stringMatching(/code="[a-z_]+"/), 1]]);
    expect(chunkCount(ended)).toBe(4);
    await undoJob(product.services, lead, jobId, { dryRun: false });
    await step();
    await work(jobId);
    const undone = await step();
    expect([items(undone, 'succeeded'), items(undone, 'rolled_back')]).toEqual([60, 60]);
    // A process that was there all along says the same as one that has just started.
    expect((await lasting()).get('import')).toEqual((await createTally(product.services.pool)()).get('import'));
  });

  it('do not count a check that is begun again twice', async () => {
    const { samples: before } = await scrape();
    const uploadId = await drive.upload({ 'kapot.json': '{"term": "kapot"', 'ook.json': '{"term": ' });
    const jobId = await drive.import(uploadId, { onError: 'stop' });
    await query(`UPDATE jobs SET failed = 2, status = 'checking', total = 2 WHERE id = $1`, jobId);
    const { samples: checking } = await scrape();
    expect([...checking].filter(([name]) => name.includes('failed'))).toEqual(
      [...before].filter(([name]) => name.includes('failed')),
    );
    await query(`UPDATE jobs SET failed = 0, status = 'queued', total = 0 WHERE id = $1`, jobId);
    await work(jobId);
    const { samples: after } = await scrape();
    const sum = (samples: Samples) =>
      [...samples].reduce((total, [name, value]) => total + (name.includes('outcome="failed"') ? value : 0), 0);
    expect(sum(after) - sum(before)).toBe(2);
  });

  it('put each chunk into the bucket of how long it took, the bound itself included', async () => {
    const before = (await createTally(product.services.pool)()).get('export')?.chunks ?? { counts: [], sum: 0 };
    const jobId = await drive.export({ ids: await drive.store(definitionsOf('emmers', 1)) });
    const seconds = [0, 0.005, 0.0051, 0.1, 29.9, 30, 31];
    await query(
      `INSERT INTO job_chunks (job_id, number, first, last, after, done, started_at, finished_at)
       SELECT $1, 1000 + n, n, n, 0, true, now(), now() + s * interval '1 s'
       FROM unnest($2::float8[]) WITH ORDINALITY AS t(s, n)`,
      jobId,
      seconds,
    );
    const after = (await createTally(product.services.pool)()).get('export')?.chunks;
    const added = after?.counts.map((count, bucket) => count - (before.counts[bucket] ?? 0));
    const bucketOf = (bound: number) => CHUNK_BOUNDS.indexOf(bound as (typeof CHUNK_BOUNDS)[number]);
    const expected = new Array(CHUNK_BOUNDS.length + 1).fill(0);
    for (const [bound, count] of [
      [0.005, 2],
      [0.01, 1],
      [0.1, 1],
      [30, 2],
    ] as const)
      expected[bucketOf(bound)] = count;
    expected[CHUNK_BOUNDS.length] = 1;
    expect(added).toEqual(expected);
    expect((after?.sum ?? 0) - before.sum).toBeCloseTo(
      seconds.reduce((sum, one) => sum + one, 0),
      4,
    );
    await query('DELETE FROM job_chunks WHERE job_id = $1', jobId);
    await work(jobId);
  });

  it('tell who waits, for how long, who was lost and who is at work', async () => {
    const idle = (await scrape()).samples;
    expect(idle.get('lexport_queue_depth{priority="5",state="admitted"}')).toBe(0);
    expect(idle.get('lexport_queue_oldest_age_seconds')).toBe(0);
    expect(idle.get('lexport_processors')).toBe(0);
    expect(idle.get('lexport_audit_unsealed_entries')).toBeGreaterThan(0);
    expect(idle.get('lexport_audit_sealing_problem')).toBe(0);
    expect(idle.has('lexport_audit_intact')).toBe(false);
    const jobId = await drive.export({ ids: await drive.store(definitionsOf('in de rij', 1)) });
    await query(`UPDATE jobs SET waiting_since = now() - interval '70 seconds' WHERE id = $1`, jobId);
    const waiting = (await scrape()).samples;
    expect(waiting.get('lexport_queue_depth{priority="5",state="admitted"}')).toBe(1);
    expect(waiting.get('lexport_jobs{status="queued"}')).toBe(1);
    expect(waiting.get('lexport_queue_oldest_age_seconds')).toBeGreaterThanOrEqual(70);
    await claimJob(product.services.pool, jobId, 'lost');
    const stop = startHeartbeat(product.engine);
    await work(jobId);
    await eventually(async () => expect((await scrape()).samples.get('lexport_processors')).toBe(1));
    const { samples } = await scrape();
    expect(samples.get('lexport_takeovers_total')).toBe((idle.get('lexport_takeovers_total') ?? 0) + 1);
    const ofProcess = (name: string, kind: string) =>
      [...samples].find(([key]) => key.startsWith(`${name}{process="${kind}"`))?.[1];
    for (const kind of ['web', 'processor']) {
      expect(ofProcess('lexport_resident_memory_bytes', kind)).toBeGreaterThan(10_000_000);
      expect(ofProcess('lexport_pool_connections', kind)).toBeGreaterThan(0);
      expect(ofProcess('lexport_event_loop_lag_seconds', kind)).toBeGreaterThanOrEqual(0);
    }
    await stop();
  });

  it('tell of the process itself when the database does not answer', async () => {
    const { pool } = product.services;
    const broken = Object.assign(Object.create(pool), { query: () => Promise.reject(new Error('gone')) });
    const { samples } = read(await createMetrics({ ...product.services, pool: broken })());
    expect(samples.get('lexport_database_up')).toBe(0);
    expect([...samples.keys()].some((key) => key.startsWith('lexport_resident_memory_bytes'))).toBe(true);
    expect([...samples.keys()].some((key) => key.startsWith('lexport_items_total'))).toBe(false);
    expect((await scrape()).samples.get('lexport_database_up')).toBe(1);
  });
});
