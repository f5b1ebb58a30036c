import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeApprovalSettings } from '#db/queries/approval-settings.ts';
import { findApproval } from '#db/queries/approvals.ts';
import type { Actor } from '#domain/access.ts';
import { type ApprovalKind, type ApprovalRule, DEFAULT_APPROVAL_RULES } from '#domain/approval-rules.ts';
import { Problem } from '#domain/errors.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { retryItems } from '#server/batches/retry-items.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { createSchedule } from '#server/schedules/create-schedule.ts';
import { fireDueSchedules } from '#server/schedules/fire-due-schedules.ts';
import { definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { decideApproval } from './decide-approval.ts';
import { readJobApproval } from './read-job-approval.ts';
import { requestApproval } from './request-approval.ts';
import { changeSettings, readSettings } from './settings.ts';
import { withdrawApproval } from './withdraw-approval.ts';

let product: Product;
let lead: Actor;
let second: Actor;
let admin: Actor;
let drive: ReturnType<typeof driveJobs>;
let version = 0;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  second = await product.person('lead');
  admin = await product.person('admin');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());
beforeEach(() => rules({}));
afterEach(() => expectInvariants(product.services.pool));

/** Has other work wait; what is not named never does. */
async function rules(wanted: Partial<Record<ApprovalKind, Partial<ApprovalRule>>>): Promise<void> {
  const never = { moreThan: null, established: false };
  const of = (kind: ApprovalKind): ApprovalRule => ({ ...never, ...wanted[kind] });
  const all = { import: of('import'), update: of('update'), delete: of('delete'), undo: of('undo') };
  version++;
  await writeApprovalSettings(product.services.pool, lead.organisationId, { rules: all, version }, admin.id);
}
const codeOf = (tried: Promise<unknown>) =>
  tried.then(
    () => 'done',
    (error) => (error instanceof Problem ? error.code : String(error)),
  );
const decide = (id: string, decision: 'approve' | 'refuse' = 'approve', actor = second) =>
  decideApproval(product.services, actor, id, { decision, reason: 'gezien en akkoord' });
const approvalOf = async (jobId: string) => {
  const approval = await findApproval(product.services.pool, jobId);
  if (!approval) throw new Error('Nothing was asked for');
  return approval;
};
const ask = (jobId: string, count: number, more = {}) =>
  requestApproval(product.services, lead, jobId, { reason: 'afgesproken in het overleg', count, ...more });
const deletedOf = async (ids: string[]) => {
  const text = 'SELECT count(*)::int AS count FROM definitions WHERE id = ANY ($1) AND deleted_at IS NOT NULL';
  return (await product.services.pool.query<{ count: number }>(text, [ids])).rows[0]?.count;
};

describe('a deletion of more than is left to one person', () => {
  it('waits with the frozen set, asks by itself for the reason it was given, and goes on when somebody else agrees', async () => {
    await rules({ delete: { moreThan: 2 } });
    const ids = await drive.store(definitionsOf('groot', 3));
    const jobId = await drive.direct('delete', { ids }, { reason: 'dubbel ingevoerd' });
    await product.until(jobId, 'awaiting_confirmation');
    expect(await drive.job(jobId)).toMatchObject({ needsApproval: true, plan: { update: 3 } });
    expect((await drive.job(jobId)).phases).toContain('confirming');
    const approval = await approvalOf(jobId);
    expect(approval).toMatchObject({ subject: 'plan', status: 'requested', reason: 'dubbel ingevoerd' });
    expect(approval.requestedBy).toBe(lead.id);
    expect(await deletedOf(ids)).toBe(0);
    expect(await codeOf(confirmPlan(product.services, lead, jobId, { decision: 'apply' }))).toBe('approval_required');
    expect(await codeOf(decide(approval.id, 'approve', lead))).toBe('approval_of_own');
    expect(await readJobApproval(product.services, second, jobId)).toMatchObject({
      changes: 3,
      approval: { decidable: true, subject: 'plan' },
    });
    await decide(approval.id);
    await product.until(jobId, 'completed');
    expect(await deletedOf(ids)).toBe(3);
  });

  it('waits just so when a schedule starts it while nobody looks, by the rules of that moment', async () => {
    const ids = await drive.store(definitionsOf('nachtelijk', 4));
    const reason = 'maandelijkse opruiming';
    const { id } = await createSchedule(product.services, lead, {
      name: 'Opruimen',
      cron: '0 3 1 * *',
      batch: {
        jobs: [
          {
            operation: 'delete',
            selection: { ids },
            options: { chunkSize: 20, parallelism: 2, onError: 'continue', reason },
          },
        ],
      },
    });
    // Nothing had to wait when it was made.
    await rules({ delete: { moreThan: 3 } });
    const { pool } = product.services;
    await pool.query(`UPDATE schedules SET next_at = now() - interval '1 minute' WHERE id = $1`, [id]);
    await fireDueSchedules(product.services, () => {});
    const { rows } = await pool.query<{ id: string }>(
      'SELECT j.id FROM jobs j JOIN batches b ON b.id = j.batch_id WHERE b.schedule_id = $1',
      [id],
    );
    const jobId = rows[0]?.id as string;
    await product.until(jobId, 'awaiting_confirmation');
    expect(await deletedOf(ids)).toBe(0);
    const approval = await approvalOf(jobId);
    expect(approval).toMatchObject({ status: 'requested', reason });
    expect(await codeOf(confirmPlan(product.services, lead, jobId, { decision: 'apply' }))).toBe('approval_required');
    await decide(approval.id);
    await product.until(jobId, 'completed');
    expect(await deletedOf(ids)).toBe(4);
    await pool.query('UPDATE schedules SET deleted_at = now() WHERE id = $1', [id]);
  });

  it('does not wait when there are no more than that, and nothing of it is looked at first', async () => {
    await rules({ delete: { moreThan: 2 } });
    const ids = await drive.store(definitionsOf('klein', 2));
    const jobId = await drive.direct('delete', { ids });
    await product.until(jobId, 'completed');
    expect(await drive.job(jobId)).toMatchObject({ needsApproval: false, plan: null });
  });

  it('waits for one definition when it is established and the organisation wants that', async () => {
    await rules({ delete: { established: true } });
    const [draft, established] = await drive.store([
      ...definitionsOf('concept', 1),
      ...definitionsOf('vast', 1, { status: 'established' }),
    ]);
    const first = await drive.direct('delete', { ids: [draft as string] });
    await product.until(first, 'completed');
    const jobId = await drive.direct('delete', { ids: [established as string] });
    await product.until(jobId, 'awaiting_confirmation');
    await cancelJob(product.services, lead, jobId, { keep: true });
    expect(await approvalOf(jobId)).toMatchObject({ status: 'withdrawn' });
  });

  it('is refused and can be asked for again, or withdrawn and given up', async () => {
    await rules({ delete: { moreThan: 0 } });
    const ids = await drive.store(definitionsOf('geweigerd', 2));
    const jobId = await drive.direct('delete', { ids });
    await product.until(jobId, 'awaiting_confirmation');
    await decide((await approvalOf(jobId)).id, 'refuse');
    expect(await drive.job(jobId)).toMatchObject({ status: 'awaiting_confirmation' });
    const again = await ask(jobId, 2);
    expect(await codeOf(ask(jobId, 2))).toBe('approval_open');
    await withdrawApproval(product.services, lead, again.id);
    expect(await codeOf(ask(jobId, 3))).toBe('plan_changed');
    await confirmPlan(product.services, lead, jobId, { decision: 'reject' });
    expect(await drive.job(jobId)).toMatchObject({ status: 'cancelled' });
    expect(await deletedOf(ids)).toBe(0);
  });

  it('is not gone around by doing again what failed of it', async () => {
    await rules({ delete: { moreThan: 1 } });
    const ids = await drive.store(definitionsOf('opnieuw', 2));
    const jobId = await drive.direct('delete', { ids });
    await product.until(jobId, 'awaiting_confirmation');
    await drive.editAll(ids);
    await decide((await approvalOf(jobId)).id);
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ 'failed stale_version': 2 });
    const batch = await retryItems(product.services, lead, jobId, { items: 'failed' });
    const retryId = batch.jobs[0]?.id as string;
    await product.until(retryId, 'awaiting_confirmation');
    expect(await drive.job(retryId)).toMatchObject({ needsApproval: true });
    await cancelJob(product.services, lead, retryId, { keep: true });
  });
});

describe('the database', () => {
  it('lets nobody past the plan alone, take the mark off, or approve of their own', async () => {
    const { pool } = product.services;
    await rules({ delete: { moreThan: 0 } });
    const ids = await drive.store(definitionsOf('omweg', 1));
    const jobId = await drive.direct('delete', { ids });
    await product.until(jobId, 'awaiting_confirmation');
    const tries = [
      `UPDATE jobs SET status = 'running' WHERE id = $1`,
      'UPDATE jobs SET needs_approval = false WHERE id = $1',
      `UPDATE approvals SET status = 'approved', decided_by = started_by, decided_at = now(), decision_reason = 'ja' WHERE job_id = $1`,
      `UPDATE approvals SET started_by = '${second.id}' WHERE job_id = $1`,
    ];
    for (const text of tries) await expect(pool.query(text, [jobId])).rejects.toThrow(/approval|somebody|foreign key/);
    await cancelJob(product.services, lead, jobId, { keep: true });
    const insert = `INSERT INTO jobs (id, batch_id, organisation_id, created_by, operation, name, phase, options)
      SELECT gen_random_uuid(), batch_id, organisation_id, created_by, 'erase', 'x', 'checking', '{}' FROM jobs WHERE id = $1`;
    await expect(pool.query(insert, [jobId])).rejects.toThrow(/jobs_always_approved/);
  });
});

describe('an import', () => {
  it('that nobody asked to see waits all the same when it writes more than is left to one person', async () => {
    await rules({ import: { moreThan: 2 } });
    const jobId = await drive.importOf(definitionsOf('invoer', 3), { confirm: false });
    await product.until(jobId, 'awaiting_confirmation');
    // It was given no reason, so that a person has to ask.
    expect(await findApproval(product.services.pool, jobId)).toBeNull();
    const overrides = [{ position: 0, decision: 'skip' as const }];
    expect(await codeOf(ask(jobId, 3, { overrides }))).toBe('plan_changed');
    const { id } = await ask(jobId, 2, { overrides });
    await decide(id);
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 2, skipped: 1 });
  });

  it('that changes what is established waits, and only that', async () => {
    await rules({ import: { established: true } });
    const established = definitionsOf('vastgesteld', 1, { status: 'established' });
    await product.until(await drive.importOf(definitionsOf('gewoon', 2), { confirm: false }), 'completed');
    const jobId = await drive.importOf(established, { confirm: false });
    await product.until(jobId, 'awaiting_confirmation');
    await decide((await ask(jobId, 1)).id);
    await product.until(jobId, 'completed');
  });

  it('of which a person makes more by hand than is left to one person is not confirmed alone', async () => {
    await rules({ update: { moreThan: 0 } });
    const doubtful = definitionsOf('twijfel', 1, { status: 'review' });
    const ids = await drive.store(doubtful);
    const jobId = await drive.update({ ids }, { status: 'established', confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    expect(await drive.job(jobId)).toMatchObject({ needsApproval: false, plan: { conflict: 1 } });
    const yes = { decision: 'apply' as const, overrideReason: 'zo afgesproken' };
    expect(await codeOf(confirmPlan(product.services, lead, jobId, yes))).toBe('approval_required');
    expect(await drive.job(jobId)).toMatchObject({ status: 'awaiting_confirmation', plan: { conflict: 1 } });
    const { id } = await ask(jobId, 1, { overrideReason: 'zo afgesproken' });
    await decide(id);
    await product.until(jobId, 'completed');
  });

  it('is not approved as something else than was asked for', async () => {
    await rules({ import: { moreThan: 0 } });
    const jobId = await drive.importOf(definitionsOf('verwisseld', 2), { confirm: false });
    await product.until(jobId, 'awaiting_confirmation');
    const { id } = await ask(jobId, 2);
    await product.services.pool.query(
      `UPDATE job_item_contents SET image = image || '{"content_hash": "anders"}' WHERE job_id = $1 AND position = 0`,
      [jobId],
    );
    expect(await codeOf(decide(id))).toBe('plan_changed');
    await cancelJob(product.services, lead, jobId, { keep: true });
  });
});

describe('undoing a large job', () => {
  it('waits for somebody else, who takes it back for who asked', async () => {
    const jobId = await drive.importOf(definitionsOf('terug', 3), { confirm: false });
    await product.until(jobId, 'completed');
    await rules({ undo: { moreThan: 2 } });
    expect(await undoJob(product.services, lead, jobId, { dryRun: true })).toMatchObject({
      reversed: 3,
      needsApproval: true,
    });
    expect(await codeOf(undoJob(product.services, lead, jobId, {}))).toBe('approval_required');
    expect(await codeOf(ask(jobId, 3))).toBe('not_supported');
    const { id } = await ask(jobId, 3, { subject: 'undo' });
    await expect(
      product.services.pool.query(`UPDATE jobs SET status = 'rolling_back', finished_at = NULL WHERE id = $1`, [jobId]),
    ).rejects.toThrow(/approval of somebody else/);
    await decide(id);
    expect(await product.until(jobId, 'rolled_back')).toMatchObject({ rolledBack: 3 });
  });

  it('needs nobody when it is small', async () => {
    const jobId = await drive.importOf(definitionsOf('klein terug', 1), { confirm: false });
    await product.until(jobId, 'completed');
    await rules({ undo: { moreThan: 2 } });
    expect(
      await codeOf(requestApproval(product.services, lead, jobId, { subject: 'undo', reason: 'x', count: 1 })),
    ).toBe('not_supported');
    await undoJob(product.services, lead, jobId, {});
    await product.until(jobId, 'rolled_back');
  });
});

describe('what waits in an organisation', () => {
  it('is large deletions as long as nobody said otherwise', async () => {
    const other = await product.person('admin', 'Rechtspraak');
    expect(await readSettings(product.services, other)).toMatchObject({ version: 0, rules: DEFAULT_APPROVAL_RULES });
  });

  it('is changed by administrators, one after another, and the audit trail says what was', async () => {
    const other = await product.person('admin', 'Politie');
    const ofOther = await product.person('lead', 'Politie');
    const wanted = { ...DEFAULT_APPROVAL_RULES, delete: { moreThan: 5, established: true } };
    expect(await codeOf(changeSettings(product.services, ofOther, { rules: wanted, version: 0 }))).toBe('not_allowed');
    expect(await changeSettings(product.services, other, { rules: wanted, version: 0 })).toMatchObject({
      version: 1,
      rules: wanted,
    });
    expect(await codeOf(changeSettings(product.services, other, { rules: wanted, version: 0 }))).toBe(
      'settings_changed',
    );
    const { rows } = await product.services.pool.query(
      `SELECT details FROM audit_entries WHERE action = 'approval_settings.changed' AND actor_id = $1`,
      [other.id],
    );
    expect(rows).toEqual([{ details: { delete: { before: DEFAULT_APPROVAL_RULES.delete, after: wanted.delete } } }]);
  });
});
