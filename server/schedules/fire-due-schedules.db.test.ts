import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { NewSchedule, Schedule } from '#contract/schedules.ts';
import { eventually } from '#db/testing/eventually.ts';
import { withDatabase } from '#db/testing/with-database.ts';
import type { Actor } from '#domain/access.ts';
import { changeSchedule } from '#server/schedules/change-schedule.ts';
import { createSchedule } from '#server/schedules/create-schedule.ts';
import { deleteSchedule } from '#server/schedules/delete-schedule.ts';
import { fireDueSchedules } from '#server/schedules/fire-due-schedules.ts';
import { readSchedule } from '#server/schedules/read-schedule.ts';
import { definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { hold } from '#server/testing/hold.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { nextMoment } from './cron.ts';
import { startFiringSchedules } from './start-firing-schedules.ts';

/** Nobody looks for due schedules by themselves here: each test says who does, and when. */
let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
const log: string[] = [];

beforeAll(async () => {
  product = await startProduct({ processor: false });
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
  await drive.store(definitionsOf('gepland', 3));
});
afterAll(() => product.close());
afterEach(async () => {
  expect(log.splice(0)).toEqual([]);
  await query('UPDATE schedules SET deleted_at = now()');
});

const query = (text: string, ...values: unknown[]) => product.services.pool.query(text, values);
const round = () => fireDueSchedules(product.services, (message) => log.push(message));

async function schedule(more: Partial<NewSchedule> = {}, actor = lead): Promise<Schedule> {
  const selection = { filter: { q: 'gepland' }, excludedIds: [] };
  const validate = {
    operation: 'validate' as const,
    selection,
    options: { chunkSize: 20, parallelism: 1, onError: 'continue' as const },
  };
  return createSchedule(product.services, actor, {
    name: 'Elk uur',
    cron: '0 * * * *',
    batch: { jobs: [validate] },
    ...more,
  });
}

/** Has a moment of it come, so long ago. */
const due = (id: string, ago = '1 second') =>
  query('UPDATE schedules SET next_at = now() - $2::interval WHERE id = $1', id, ago);
const state = (id: string) => readSchedule(product.services, lead, id);
const batchesOf = async (id: string) => {
  const { rows } = await query(
    `SELECT b.id, b.name, b.created_by AS "createdBy", b.organisation_id AS "organisationId", j.total, j.status
     FROM batches b JOIN jobs j ON j.batch_id = b.id WHERE b.schedule_id = $1 ORDER BY b.created_at`,
    id,
  );
  return rows;
};
const entriesOf = async (id: string) => {
  const { rows } = await query(
    `SELECT action, details, actor_id AS "actorId", role, ip, correlation_id AS "correlationId" FROM audit_entries
     WHERE subject_id = $1 AND action <> 'schedule.created' ORDER BY id`,
    id,
  );
  return rows;
};

describe('a schedule whose moment has come', () => {
  it('starts its batch for the person who made it, says so, and moves on', async () => {
    const { id } = await schedule({ name: 'Nachtcontrole' });
    await due(id);
    await round();
    const [batch, ...others] = await batchesOf(id);
    expect(others).toEqual([]);
    expect(batch).toMatchObject({
      name: 'Nachtcontrole',
      createdBy: lead.id,
      organisationId: lead.organisationId,
      total: 3,
    });
    const after = await state(id);
    expect(after.nextMoments[0]).toBe(nextMoment('0 * * * *', new Date()).toISOString());
    expect(after.lastStart).toMatchObject({ batch: { id: batch.id, status: 'queued' }, problem: null });
    expect(await entriesOf(id)).toEqual([
      expect.objectContaining({
        action: 'schedule.fired',
        actorId: lead.id,
        role: 'lead',
        ip: null,
        correlationId: expect.any(String),
        details: { batchId: batch.id, dueAt: expect.any(String) },
      }),
    ]);
    await round();
    expect(await batchesOf(id)).toHaveLength(1);
  });

  it('starts nothing before its moment, when it is paused, or when it is deleted', async () => {
    const [early, paused, deleted] = [await schedule(), await schedule(), await schedule()];
    await changeSchedule(product.services, lead, paused.id, { paused: true });
    await deleteSchedule(product.services, lead, deleted.id);
    await due(paused.id);
    await due(deleted.id);
    await round();
    for (const { id } of [early, paused, deleted]) expect(await batchesOf(id)).toEqual([]);
  });

  it('looks at its selection anew each time', async () => {
    const { id } = await schedule();
    await due(id);
    await round();
    const [added] = await drive.store(definitionsOf('gepland erbij', 1));
    await due(id);
    await round();
    expect((await batchesOf(id)).map(({ total }) => total)).toEqual([3, 4]);
    await query('DELETE FROM job_items WHERE definition_id = $1', added);
    await query('UPDATE definitions SET term = $2 WHERE id = $1', added, 'iets anders');
  });

  it('starts once for everything it missed', async () => {
    const { id } = await schedule({ cron: '*/5 * * * *' });
    await due(id, '3 days');
    await round();
    await round();
    expect(await batchesOf(id)).toHaveLength(1);
    const [next] = (await state(id)).nextMoments;
    expect(Date.parse(next as string)).toBeGreaterThan(Date.now());
    expect(Date.parse(next as string)).toBeLessThanOrEqual(Date.now() + 5 * 60_000);
  });

  it('starts once, however many processors look at once', async () => {
    const schedules = await Promise.all([1, 2, 3, 4].map(() => schedule()));
    for (const { id } of schedules) await due(id);
    await Promise.all([1, 2, 3, 4, 5].map(round));
    for (const { id } of schedules) expect(await batchesOf(id)).toHaveLength(1);
  });

  it('is left to the processor that has it in hand', async () => {
    const [held, free] = [await schedule(), await schedule()];
    await due(held.id, '1 hour');
    await due(free.id);
    const other = await hold(product.url, 'SELECT FROM schedules WHERE id = $1 FOR UPDATE', [held.id]);
    await round();
    expect([await batchesOf(held.id), await batchesOf(free.id)].map((batches) => batches.length)).toEqual([0, 1]);
    await other.release();
    await round();
    expect(await batchesOf(held.id)).toHaveLength(1);
  });

  it('neither loses its start nor makes it twice when the processor dies in the middle', async () => {
    const { id } = await schedule();
    await due(id);
    const gate = await hold(product.url, 'LOCK TABLE job_items IN SHARE MODE');
    const dying = round();
    const pid = await gate.reached();
    const admin = new pg.Client({
      connectionString: withDatabase(inject('postgres').adminUrl, new URL(product.url).pathname.slice(1)),
    });
    await admin.connect();
    await admin.query('SELECT pg_terminate_backend($1)', [pid]);
    await admin.end();
    await gate.release();
    await dying;
    expect(log.splice(0)).toEqual(['A schedule could not start yet']);
    expect([await batchesOf(id), await entriesOf(id), (await state(id)).lastStart]).toEqual([[], [], null]);
    await round();
    await round();
    expect(await batchesOf(id)).toHaveLength(1);
  });

  it('keeps nobody else waiting when it cannot start yet', async () => {
    const [stuck, free] = [await schedule(), await schedule()];
    await due(stuck.id, '1 hour');
    await due(free.id);
    await query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN IF NEW.schedule_id = '${stuck.id}' THEN RAISE EXCEPTION 'busy' USING ERRCODE = '40001'; END IF; RETURN NEW; END $$`,
    );
    await query('CREATE TRIGGER refuse BEFORE INSERT ON batches FOR EACH ROW EXECUTE FUNCTION refuse()');
    await round();
    await query('DROP TRIGGER refuse ON batches');
    expect(log.splice(0)).toEqual(['A schedule could not start yet']);
    expect([await batchesOf(stuck.id), await batchesOf(free.id)].map(({ length }) => length)).toEqual([0, 1]);
    await round();
    expect(await batchesOf(stuck.id)).toHaveLength(1);
  });
});

describe('a schedule that cannot start', () => {
  const failed = async (id: string) => {
    await due(id);
    await round();
    expect(await batchesOf(id)).toEqual([]);
    const { lastStart, nextMoments } = await state(id);
    expect(Date.parse(nextMoments[0] as string)).toBeGreaterThan(Date.now());
    expect((await entriesOf(id)).at(-1)).toMatchObject({
      action: 'schedule.failed',
      details: { problem: lastStart?.problem?.code },
    });
    expect(lastStart?.batch).toBeNull();
    return lastStart?.problem;
  };

  it('because the person who made it may not start batches any more says so, until they may again', async () => {
    const demoted = await product.person('lead');
    const { id } = await schedule({}, demoted);
    await query(`UPDATE users SET role = 'editor' WHERE id = $1`, demoted.id);
    expect(await failed(id)).toEqual({ code: 'starter_not_allowed', params: { name: demoted.name } });
    await query(`UPDATE users SET role = 'admin' WHERE id = $1`, demoted.id);
    await due(id);
    await round();
    expect((await state(id)).lastStart).toMatchObject({ batch: { status: 'queued' }, problem: null });
    expect((await entriesOf(id)).at(-1)).toMatchObject({ action: 'schedule.fired', role: 'admin' });
  });

  it('because that person works elsewhere now does not start there either', async () => {
    const moved = await product.person('lead');
    const { id } = await schedule({}, moved);
    const elsewhere = await product.person('lead', 'Raad voor de Kinderbescherming');
    await query('UPDATE users SET organisation_id = $2 WHERE id = $1', moved.id, elsewhere.organisationId);
    expect(await failed(id)).toMatchObject({ code: 'starter_not_allowed' });
  });

  it('because nothing matches its filter says so', async () => {
    const { id } = await schedule({
      batch: {
        jobs: [
          {
            operation: 'export',
            selection: { filter: { q: 'bestaat nergens' }, excludedIds: [] },
            options: { chunkSize: 'auto', parallelism: 1, formats: ['json'] },
          },
        ],
      },
    });
    expect(await failed(id)).toEqual({ code: 'empty_selection', params: {} });
  });

  it('because its upload has gone says so', async () => {
    const uploadId = await drive.upload({ 'a.json': '{}' });
    const options = { chunkSize: 20, parallelism: 1, onError: 'continue', conflict: 'skip', confirm: false } as const;
    const { id } = await schedule({ batch: { jobs: [{ operation: 'import', uploadId, options }] } });
    await query(`UPDATE uploads SET expires_at = now() - interval '1 second' WHERE id = $1`, uploadId);
    expect(await failed(id)).toEqual({ code: 'foreign_upload', params: {} });
  });

  it('because its batch is none that this version knows says so', async () => {
    const { id } = await schedule();
    await query(`UPDATE schedules SET batch = '{"jobs": [{"operation": "vergeten"}]}' WHERE id = $1`, id);
    expect(await failed(id)).toEqual({ code: 'invalid_request', params: {} });
  });

  it('for a reason nobody foresaw says that, and is told to the operator', async () => {
    const { id } = await schedule();
    await query(`ALTER TABLE batches ADD CONSTRAINT never CHECK (schedule_id <> '${id}') NOT VALID`);
    expect(await failed(id)).toMatchObject({ code: 'internal' });
    expect(log.splice(0)).toEqual(['A schedule could not start']);
    await query('ALTER TABLE batches DROP CONSTRAINT never');
  });
});

describe('a processor', () => {
  it('looks for due schedules until it is stopped, and goes on after a round that failed', async () => {
    const { id } = await schedule();
    const stop = startFiringSchedules({ ...product.services, log: (message) => log.push(message) });
    await due(id);
    await eventually(async () => expect(await batchesOf(id)).toHaveLength(1));
    await query('ALTER TABLE schedules RENAME TO schedules_away');
    await eventually(() => expect(log).toContain('A round of starting schedules failed'));
    await query('ALTER TABLE schedules_away RENAME TO schedules');
    await due(id);
    await eventually(async () => expect(await batchesOf(id)).toHaveLength(2));
    await stop();
    log.splice(0);
  });
});
