import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Schedule } from '#contract/schedules.ts';
import { addDefinitions } from '#server/http/testing/add-definitions.ts';
import type { TestClient } from '#server/http/testing/test-client.ts';
import { type TestDoor, testDoor } from '#server/http/testing/test-door.ts';

const SCHEDULES = '/api/v1/schedules';
const NOWHERE = '0192f0c1-0000-7000-8000-000000000000';

let door: TestDoor;
let lead: TestClient;
let definition: string;

beforeAll(async () => {
  door = await testDoor();
  lead = door.people.lead.client;
  [definition] = (await addDefinitions(door.services.pool, door.people.lead.actor.organisationId, [{}])) as [string];
});
afterAll(() => door.close());

const exportJob = () => ({ operation: 'export', selection: { ids: [definition] } });
const validSchedule = (more: object = {}) => ({
  name: 'Elke werkdag',
  cron: '0 6 * * 1-5',
  batch: { jobs: [exportJob()] },
  ...more,
});
const create = async (more: object = {}): Promise<Schedule> => {
  const answer = await lead.post(SCHEDULES, validSchedule(more));
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 201 });
  return answer.body;
};
const patch = (id: string, body: object, client = lead) => client.call('PATCH', `${SCHEDULES}/${id}`, { body });
const audited = async (id: string) => {
  const { rows } = await door.database.pool.query(
    'SELECT action, details, actor_id AS "actorId" FROM audit_entries WHERE subject_id = $1 ORDER BY id',
    [id],
  );
  return rows;
};
/** Everything that a refused call may not have touched. */
const everything = async () => {
  const { rows } = await door.database.pool.query(
    `SELECT (SELECT jsonb_agg(s ORDER BY id) FROM schedules s) AS schedules, (SELECT count(*) FROM batches) AS batches,
       (SELECT count(*) FROM jobs) AS jobs, (SELECT count(*) FROM audit_entries) AS audit`,
  );
  return rows[0];
};

describe('a schedule', () => {
  it('is made, shown with its next five moments, and audited', async () => {
    const answer = await lead.post(SCHEDULES, validSchedule({ cron: ' 0  6 * * 1-5 ' }));
    expect(answer.status).toBe(201);
    const schedule: Schedule = answer.body;
    expect(answer.headers.get('Location')).toBe(`${SCHEDULES}/${schedule.id}`);
    expect(schedule).toMatchObject({
      name: 'Elke werkdag',
      cron: '0 6 * * 1-5',
      paused: false,
      lastStart: null,
      createdBy: { id: door.people.lead.actor.id },
      batch: { jobs: [{ operation: 'export', selection: { ids: [definition] } }] },
    });
    expect(schedule.nextMoments).toHaveLength(5);
    for (const moment of schedule.nextMoments) {
      const shown = new Date(moment).toLocaleString('en-GB', {
        timeZone: 'Europe/Amsterdam',
        weekday: 'short',
        timeStyle: undefined,
      });
      expect(shown).not.toMatch(/Sat|Sun/);
      expect(Date.parse(moment)).toBeGreaterThan(Date.now());
    }
    expect(schedule.nextMoments).toEqual(schedule.nextMoments.toSorted());
    expect(await audited(schedule.id)).toEqual([
      expect.objectContaining({ action: 'schedule.created', actorId: door.people.lead.actor.id }),
    ]);
    expect((await lead.get(`${SCHEDULES}/${schedule.id}`)).body).toEqual(schedule);
  });

  it('is made once when the same key is sent twice', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => lead.post(SCHEDULES, validSchedule({ name: 'Dubbel' }), { 'Idempotency-Key': 'twice' })),
    );
    expect(first?.body.id).toBe(second?.body.id);
  });

  it('leaves out the moment at which its filter was looked at', async () => {
    const selection = { filter: { status: ['draft'] }, asOf: '2026-01-01T00:00:00Z' };
    const { batch } = await create({ batch: { jobs: [{ operation: 'validate', selection }] } });
    expect(batch.jobs[0]).toMatchObject({ selection: { filter: { status: ['draft'] }, excludedIds: [] } });
    expect(batch.jobs[0]).not.toHaveProperty('selection.asOf');
  });

  it('is listed, soonest first and paused ones last, page by page', async () => {
    const yearly = await create({ name: 'Eens per jaar', cron: '0 0 1 1 *' });
    const soon = await create({ name: 'Elke minuut', cron: '* * * * *' });
    const paused = await create({ name: 'Stil', cron: '* * * * *' });
    await patch(paused.id, { paused: true });
    const names: string[] = [];
    let cursor = '';
    do {
      const { body } = await lead.get(`${SCHEDULES}?limit=2${cursor}`);
      names.push(...body.items.map((item: Schedule) => item.id));
      cursor = body.nextCursor ? `&cursor=${encodeURIComponent(body.nextCursor)}` : '';
      expect(body.total).toBeGreaterThanOrEqual(3);
    } while (cursor !== '');
    const place = (schedule: Schedule) => names.indexOf(schedule.id);
    expect(place(soon)).toBeLessThan(place(yearly));
    expect(names.at(-1)).toBe(paused.id);
    expect(new Set(names).size).toBe(names.length);
    expect((await lead.get(`${SCHEDULES}?cursor=xyz`)).body.code).toBe('invalid_request');
  });

  it('is renamed, given other moments, paused and resumed, each with its audit entry', async () => {
    const { id } = await create();
    expect((await patch(id, { name: 'Anders' })).body).toMatchObject({ name: 'Anders', cron: '0 6 * * 1-5' });
    const moved = (await patch(id, { cron: '30 7 1 * *' })).body as Schedule;
    expect(moved.nextMoments[0]).not.toBeUndefined();
    expect(new Date(moved.nextMoments[0] as string).getUTCMinutes()).toBe(30);
    expect((await patch(id, { paused: true })).body).toMatchObject({ paused: true, nextMoments: [] });
    expect((await patch(id, { paused: false })).body.nextMoments).toEqual(moved.nextMoments);
    expect((await patch(id, { paused: false })).status).toBe(200);
    expect((await audited(id)).map(({ action, details }) => [action, details])).toEqual([
      ['schedule.created', expect.anything()],
      ['schedule.changed', { name: { before: 'Elke werkdag', after: 'Anders' } }],
      ['schedule.changed', { cron: { before: '0 6 * * 1-5', after: '30 7 1 * *' } }],
      ['schedule.paused', {}],
      ['schedule.resumed', {}],
    ]);
  });

  it('does not make up for what passed while it was paused', async () => {
    const { id } = await create();
    await patch(id, { paused: true });
    await door.database.pool.query(`UPDATE schedules SET next_at = now() - interval '3 days' WHERE id = $1`, [id]);
    const { nextMoments } = (await patch(id, { paused: false })).body as Schedule;
    expect(Date.parse(nextMoments[0] as string)).toBeGreaterThan(Date.now());
  });

  it('is deleted for good, and what it started stays', async () => {
    const { id } = await create();
    const batch = (await lead.post(`${SCHEDULES}/${id}/runs`)).body;
    const answer = await lead.call('DELETE', `${SCHEDULES}/${id}`);
    expect([answer.status, answer.body]).toEqual([200, { id }]);
    for (const call of [
      lead.get(`${SCHEDULES}/${id}`),
      patch(id, { paused: true }),
      lead.post(`${SCHEDULES}/${id}/runs`),
      lead.call('DELETE', `${SCHEDULES}/${id}`),
    ])
      expect((await call).status).toBe(404);
    expect((await lead.get(SCHEDULES)).text).not.toContain(id);
    expect((await lead.get(`/api/v1/batches/${batch.id}`)).body.scheduleId).toBe(id);
    expect((await audited(id)).at(-1)).toMatchObject({ action: 'schedule.deleted' });
  });

  it('is started by hand beside its own moments, for whoever asks', async () => {
    const before = await create({ name: 'Nu graag' });
    const { admin } = door.people;
    const answer = await admin.client.post(`${SCHEDULES}/${before.id}/runs`, undefined, {
      'Idempotency-Key': 'by-hand',
    });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('Location')).toBe(`/api/v1/batches/${answer.body.id}`);
    expect(answer.body).toMatchObject({
      name: 'Nu graag',
      scheduleId: before.id,
      createdBy: { id: admin.actor.id },
      jobs: [{ operation: 'export', total: 1 }],
    });
    const again = await admin.client.post(`${SCHEDULES}/${before.id}/runs`, undefined, {
      'Idempotency-Key': 'by-hand',
    });
    expect(again.body.id).toBe(answer.body.id);
    const after = (await lead.get(`${SCHEDULES}/${before.id}`)).body as Schedule;
    expect(after.nextMoments).toEqual(before.nextMoments);
    expect(after.lastStart).toMatchObject({
      batch: { id: answer.body.id, name: 'Nu graag', status: 'queued' },
      problem: null,
    });
    expect((await audited(before.id)).at(-1)).toMatchObject({
      action: 'schedule.run',
      actorId: admin.actor.id,
      details: { batchId: answer.body.id },
    });
  });

  it('of another organisation is not there, and its lead sees none of it', async () => {
    const { id } = await create();
    const { client } = door.outsider;
    expect((await client.get(`${SCHEDULES}/${id}`)).status).toBe(404);
    expect((await client.get(SCHEDULES)).text).not.toContain(id);
    expect((await patch(id, { paused: true }, client)).status).toBe(404);
    expect((await client.post(`${SCHEDULES}/${id}/runs`)).status).toBe(404);
  });
});

describe('what cannot be', () => {
  let before: object;
  beforeEach(async () => {
    before = await everything();
  });
  afterEach(async () => expect(await everything()).toEqual(before));

  const jobs = (...list: object[]) => ({ batch: { jobs: list } });
  const REFUSED: [what: string, status: number, code: string, more: () => object][] = [
    ['a cron expression of four fields', 422, 'invalid_cron', () => ({ cron: '0 6 * *' })],
    ['a cron expression with seconds', 422, 'invalid_cron', () => ({ cron: '0 0 6 * * *' })],
    ['an hour that no day has', 422, 'invalid_cron', () => ({ cron: '0 25 * * *' })],
    ['words', 422, 'invalid_cron', () => ({ cron: 'elke dag om zes uur' })],
    ['30 February', 422, 'cron_never_fires', () => ({ cron: '0 0 30 2 *' })],
    ['an upload that is not there', 422, 'foreign_upload', () => jobs({ operation: 'import', uploadId: NOWHERE })],
    [
      'jobs that wait for each other',
      422,
      'circular_dependencies',
      () => jobs({ ...exportJob(), dependsOn: [1] }, { ...exportJob(), dependsOn: [0] }),
    ],
    [
      'a job that waits for one elsewhere',
      422,
      'foreign_dependency',
      () => jobs({ ...exportJob(), dependsOn: [NOWHERE] }),
    ],
    ['a job that waits for one too many', 422, 'foreign_dependency', () => jobs({ ...exportJob(), dependsOn: [7] })],
    ['no name', 400, 'invalid_request', () => ({ name: ' ' })],
    ['no jobs', 400, 'invalid_request', () => jobs()],
    ['an operation that does not exist', 400, 'invalid_request', () => jobs({ operation: 'vergeten' })],
    ['a chunk size of 0', 400, 'invalid_request', () => jobs({ ...exportJob(), options: { chunkSize: 0 } })],
    [
      'a status that does not exist',
      400,
      'invalid_request',
      () => jobs({ operation: 'validate', selection: { filter: { status: ['weg'] } } }),
    ],
    [
      'a moment of its own for the batch',
      400,
      'invalid_request',
      () => ({ batch: { jobs: [exportJob()], scheduledFor: '2099-01-01T00:00:00Z' } }),
    ],
  ];

  it.each(REFUSED)('%s is refused: %i %s', async (_, status, code, more) => {
    const answer = await lead.post(SCHEDULES, validSchedule(more()));
    expect(answer.body).toMatchObject({ status, code });
    if (status === 400) expect(answer.body.errors.length).toBeGreaterThan(0);
  });

  it('a batch that is to start in the past is refused', async () => {
    const answer = await lead.post('/api/v1/batches', {
      jobs: [exportJob()],
      scheduledFor: '2020-01-01T06:00:00+01:00',
    });
    expect(answer.body).toMatchObject({ status: 422, code: 'scheduled_in_the_past' });
  });

  it('names the field of the batch that is wrong', async () => {
    const { body } = await lead.post(SCHEDULES, validSchedule(jobs({ ...exportJob(), options: { parallelism: 99 } })));
    expect(body.errors).toEqual([
      expect.objectContaining({ path: 'batch.jobs.0.options.parallelism', code: 'too_big' }),
    ]);
  });
});

describe('a change that cannot be', () => {
  it.each([
    [{ cron: '0 0 31 4 *' }, 422, 'cron_never_fires'],
    [{ cron: 'x' }, 422, 'invalid_cron'],
    [{}, 400, 'invalid_request'],
    [{ paused: 'ja' }, 400, 'invalid_request'],
    [{ batch: { jobs: [] } }, 400, 'invalid_request'],
  ])('%j is refused', async (body, status, code) => {
    const { id } = await create();
    const before = await everything();
    expect((await patch(id, body)).body).toMatchObject({ status, code });
    expect(await everything()).toEqual(before);
  });

  it('leaves no trace of a start that was refused', async () => {
    const { id } = await create({
      batch: { jobs: [{ operation: 'export', selection: { filter: { q: 'bestaat nergens' } } }] },
    });
    const before = await everything();
    expect((await lead.post(`${SCHEDULES}/${id}/runs`)).body).toMatchObject({ status: 422, code: 'empty_selection' });
    expect(await everything()).toEqual(before);
  });
});
