import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewRetentionPolicy } from '#contract/retention.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { fireDueSchedules } from '#server/schedules/fire-due-schedules.ts';
import { readSchedule } from '#server/schedules/read-schedule.ts';
import { definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { listPolicies, readPolicy } from './policies.ts';
import { dueToCsv, previewPolicy } from './preview-policy.ts';
import { runPolicy } from './run-policy.ts';
import { changePolicy, createPolicy, deletePolicy } from './save-policy.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
let organisations = 0;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  // What is old enough is asked of a whole organisation.
  lead = await product.person('lead', `Organisatie ${++organisations}`);
  drive = driveJobs(product, lead);
});
afterEach(() => expectInvariants(product.services.pool));

const POLICY: NewRetentionPolicy = {
  name: 'Tien jaar',
  action: 'archive',
  criteria: { ageOf: 'changed', olderThanDays: 3650, status: [], category: [], classification: [], organisation: [] },
  reason: 'selectielijst',
  cron: null,
};
const criteria = (more: Partial<NewRetentionPolicy['criteria']>) => ({ ...POLICY.criteria, ...more });
const query = (text: string, ...values: unknown[]) => product.services.pool.query(text, values);
const old = (ids: string[], column = 'updated_at') =>
  query(`UPDATE definitions SET ${column} = now() - interval '11 years' WHERE id = ANY ($1)`, ids);
const preview = (action: NewRetentionPolicy['action'], wanted = POLICY.criteria) =>
  previewPolicy(product.services, lead, { action, criteria: wanted });
const codeOf = (tried: Promise<unknown>) =>
  tried.then(
    () => 'done',
    (error) => (error instanceof Problem ? error.code : String(error)),
  );

describe('a dry run', () => {
  it('counts what is old enough, by what is on it, shows the oldest, and changes nothing', async () => {
    const ids = await drive.store([
      ...definitionsOf('oud', 3, { classification: 'openbaar' }),
      ...definitionsOf('oud en vast', 2, { status: 'established' }),
    ]);
    await drive.store(definitionsOf('jong', 4));
    await old(ids);
    await query('UPDATE definitions SET holds = 1 WHERE id = $1', ids[0]);
    const before = await drive.contents();
    const found = await preview('archive');
    expect(found).toMatchObject({ due: 4, held: 1, needsApproval: false });
    expect(found.byClassification).toEqual([
      { value: 'openbaar', count: 2 },
      { value: 'intern', count: 2 },
    ]);
    expect(found.sample.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(found.sample.filter(({ held }) => held).map(({ id }) => id)).toEqual([ids[0]]);
    expect(await drive.contents()).toEqual(before);
    await query('UPDATE definitions SET holds = 0 WHERE id = $1', ids[0]);
  });

  it('looks at status, classification, context and each way to count an age', async () => {
    const ids = await drive.store([
      ...definitionsOf('a', 1, { status: 'established', classification: 'openbaar' }),
      ...definitionsOf('b', 1, { organisationalContext: ['NFI'] }),
      ...definitionsOf('c', 1, { validUntil: '2001-01-01' }),
      ...definitionsOf('d', 1, { status: 'archived' }),
    ]);
    await old(ids);
    const dueOf = async (
      more: Partial<NewRetentionPolicy['criteria']>,
      action: NewRetentionPolicy['action'] = 'delete',
    ) => (await preview(action, criteria(more))).due;
    expect(await dueOf({})).toBe(4);
    // What is archived is not archived again.
    expect(await dueOf({}, 'archive')).toBe(3);
    expect(await dueOf({ status: ['established'] })).toBe(1);
    expect(await dueOf({ classification: ['openbaar', 'vertrouwelijk'] })).toBe(1);
    expect(await dueOf({ organisation: ['NFI'] })).toBe(1);
    expect(await dueOf({ ageOf: 'expired' })).toBe(1);
    expect(await dueOf({ ageOf: 'created' })).toBe(0);
    await old(ids, 'created_at');
    expect(await dueOf({ ageOf: 'created' })).toBe(4);
    expect(await dueOf({ ageOf: 'deleted' }, 'erase')).toBe(0);
    await product.until(await drive.direct('delete', { ids: ids.slice(0, 2) }), 'completed');
    await old(ids.slice(0, 1), 'deleted_at');
    expect(await preview('erase', criteria({ ageOf: 'deleted' }))).toMatchObject({ due: 1, needsApproval: true });
  });

  it('says when somebody else would have to approve it', async () => {
    await old(await drive.store(definitionsOf('veel', 101)));
    expect(await preview('delete')).toMatchObject({ due: 101, needsApproval: true });
    expect(await preview('anonymise')).toMatchObject({ needsApproval: true });
    expect(await preview('archive')).toMatchObject({ needsApproval: false });
  });

  it('gives the whole list as a file, and the audit trail says so', async () => {
    const ids = await drive.store(definitionsOf('=lijst', 2));
    await old(ids);
    const { id } = await createPolicy(product.services, lead, POLICY);
    const csv = await dueToCsv(product.services, lead, id);
    expect(ids.filter((one) => csv.includes(one))).toEqual(ids);
    expect(csv.split('\n').filter((line) => line.includes('archiveren'))).toHaveLength(2);
    const entries = await query(
      `SELECT details FROM audit_entries WHERE action = 'retention_policy.listed' AND subject_id = $1`,
      id,
    );
    expect(entries.rows).toEqual([{ details: { version: 1, definitions: 2 } }]);
  });
});

describe('a policy', () => {
  it('starts a job that shows its plan, and says what it started last', async () => {
    const ids = await drive.store(definitionsOf('te doen', 2));
    await old(ids);
    const { id } = await createPolicy(product.services, lead, POLICY);
    const batch = await runPolicy(product.services, lead, id);
    const jobId = batch.jobs[0]?.id as string;
    await product.until(jobId, 'awaiting_confirmation');
    expect(await drive.job(jobId)).toMatchObject({ name: 'Tien jaar', options: { policyId: id }, plan: { update: 2 } });
    expect((await readPolicy(product.services, lead, id)).lastBatch).toMatchObject({ id: batch.id });
  });

  it('is refused when nothing is old enough', async () => {
    const { id } = await createPolicy(product.services, lead, POLICY);
    expect(await codeOf(runPolicy(product.services, lead, id))).toBe('empty_selection');
  });

  it('says how far it reaches: as far as who changed it last may see', async () => {
    const made = await createPolicy(product.services, lead, POLICY);
    expect(made.reach).toBe(lead.clearance);
    await deletePolicy(product.services, lead, made.id);
  });

  it('starts by itself on its schedule, counting ages from then, and does what can be taken back at once', async () => {
    const ids = await drive.store(definitionsOf('vanzelf', 2));
    const { id, scheduleId } = await createPolicy(product.services, lead, { ...POLICY, cron: '0 3 1 * *' });
    await old(ids);
    await query(`UPDATE schedules SET next_at = now() - interval '1 minute' WHERE id = $1`, scheduleId);
    await fireDueSchedules(product.services, () => {});
    const policy = await readPolicy(product.services, lead, id);
    const { rows } = await query('SELECT id FROM jobs WHERE batch_id = $1', policy.lastBatch?.id);
    await product.until(rows[0].id, 'completed');
    expect(await drive.outcomes(rows[0].id)).toEqual({ succeeded: 2 });
  });

  it('is changed together with its schedule, one after another, and forgets it when it is to start by hand', async () => {
    const made = await createPolicy(product.services, lead, { ...POLICY, cron: '0 3 1 * *' });
    const other = await product.person('admin', `Organisatie ${organisations}`);
    const changed = await changePolicy(product.services, other, made.id, {
      ...POLICY,
      action: 'delete',
      name: 'Weg',
      cron: '0 4 * * 1',
      version: 1,
    });
    expect(changed).toMatchObject({ version: 2, action: 'delete', scheduleId: made.scheduleId });
    const schedule = await readSchedule(product.services, lead, made.scheduleId as string);
    expect(schedule).toMatchObject({ name: 'Weg', cron: '0 4 * * 1', createdBy: { id: other.id } });
    expect(schedule.batch.jobs[0]).toMatchObject({
      operation: 'retain',
      options: { action: 'delete', confirm: false },
    });
    expect(await codeOf(changePolicy(product.services, lead, made.id, { ...POLICY, version: 1 }))).toBe(
      'settings_changed',
    );
    const byHand = await changePolicy(product.services, lead, made.id, { ...POLICY, version: 2 });
    expect(byHand).toMatchObject({ cron: null, scheduleId: null, nextAt: null });
    expect(await codeOf(readSchedule(product.services, lead, made.scheduleId as string))).toBe('not_found');
    const { rows } = await query(`SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id`, made.id);
    expect(rows.map(({ action }) => action)).toEqual([
      'retention_policy.created',
      'retention_policy.changed',
      'retention_policy.changed',
    ]);
  });

  it('goes with its schedule, and belongs to its organisation', async () => {
    const made = await createPolicy(product.services, lead, { ...POLICY, cron: '0 3 1 * *' });
    const stranger = await product.person('lead', 'Vreemde organisatie');
    expect(await codeOf(deletePolicy(product.services, stranger, made.id))).toBe('not_found');
    expect((await listPolicies(product.services, stranger)).items).toEqual([]);
    await deletePolicy(product.services, lead, made.id);
    expect((await listPolicies(product.services, lead)).items).toEqual([]);
    expect(await codeOf(readSchedule(product.services, lead, made.scheduleId as string))).toBe('not_found');
  });

  it('waits for somebody else by itself when it cannot be taken back, also at night', async () => {
    await old(await drive.store(definitionsOf('namen', 2)));
    const { scheduleId } = await createPolicy(product.services, lead, {
      ...POLICY,
      action: 'anonymise',
      cron: '0 3 1 * *',
    });
    await query(`UPDATE schedules SET next_at = now() - interval '1 minute' WHERE id = $1`, scheduleId);
    await fireDueSchedules(product.services, () => {});
    const { rows } = await query(
      `SELECT id FROM jobs WHERE organisation_id = $1 AND operation = 'anonymise'`,
      lead.organisationId,
    );
    await product.until(rows[0].id, 'awaiting_confirmation');
    const asked = await query('SELECT reason, status FROM approvals WHERE job_id = $1', rows[0].id);
    expect(asked.rows).toEqual([{ reason: 'selectielijst', status: 'requested' }]);
  });
});
