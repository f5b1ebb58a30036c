import type { NewRetentionPolicy, RetentionPolicy, RetentionPolicyChange } from '#contract/retention.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertSchedule } from '#db/queries/insert-schedule.ts';
import {
  findRetentionPolicy,
  markPolicyDeleted,
  type RetentionPolicyRow,
  writeRetentionPolicy,
} from '#db/queries/retention-policies.ts';
import { markScheduleDeleted, rewriteSchedule } from '#db/queries/update-schedule.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { operationOf } from '#domain/retention.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { requireDecision } from '#server/batches/require-decision.ts';
import { nextMoment, readCron } from '#server/schedules/cron.ts';
import type { Services } from '#server/services.ts';
import { batchOf } from './batch-of.ts';
import { readPolicy } from './policies.ts';

/** @throws Problem `not_allowed`, `invalid_cron`, `cron_never_fires` */
export async function createPolicy(
  services: Services,
  actor: Actor,
  input: NewRetentionPolicy,
): Promise<RetentionPolicy> {
  await requireManaging(services, actor, input);
  const id = uuidV7();
  await inTransaction(services.pool, (sql) => save(sql, actor, { id, before: null, input }));
  return readPolicy(services, actor, id);
}

/**
 * Puts another version in its place; what it started goes on as it was. What runs by itself from now on, runs for who changed it
 * last. @throws Problem `not_found`, `settings_changed`, and what `createPolicy` throws
 */
export async function changePolicy(
  services: Services,
  actor: Actor,
  id: string,
  { version, ...input }: RetentionPolicyChange,
): Promise<RetentionPolicy> {
  await requireManaging(services, actor, input, id);
  await inTransaction(services.pool, async (sql) => {
    const before = await lockPolicy(sql, actor, id);
    if (before.version !== version) throw new Problem('settings_changed', { version: before.version });
    await save(sql, actor, { id, before, input });
  });
  return readPolicy(services, actor, id);
}

/** It starts nothing any more; what it started stays. @throws Problem `not_found` */
export async function deletePolicy(services: Services, actor: Actor, id: string): Promise<{ id: string }> {
  await requireAction(services, actor, 'retention:manage', { type: 'retention_policy', id });
  await inTransaction(services.pool, async (sql) => {
    const { schedule, name, action } = await lockPolicy(sql, actor, id);
    await markPolicyDeleted(sql, id);
    if (schedule) await markScheduleDeleted(sql, schedule.id);
    await insertAuditEntries(sql, actor, [
      { action: 'retention_policy.deleted', subjectType: 'retention_policy', subjectId: id, details: { name, action } },
    ]);
  });
  return { id };
}

/** A policy takes the right to do what it does, and to have it done again and again. */
async function requireManaging(
  services: Services,
  actor: Actor,
  input: NewRetentionPolicy,
  id?: string,
): Promise<void> {
  const subject = id === undefined ? undefined : { type: 'retention_policy', id };
  await requireAction(services, actor, 'retention:manage', subject);
  await requireDecision(services, actor, { operation: operationOf(input.action), options: {} });
  if (input.cron !== null) await requireAction(services, actor, 'schedule:manage', subject);
}

async function lockPolicy(sql: Sql, actor: Actor, id: string): Promise<RetentionPolicyRow> {
  const row = await findRetentionPolicy(sql, id, actor.organisationId, { lock: true });
  if (!row) throw new Problem('not_found');
  return row;
}

type Saved = { id: string; before: RetentionPolicyRow | null; input: NewRetentionPolicy };

async function save(sql: Sql, actor: Actor, { id, before, input }: Saved): Promise<void> {
  const { name, action, criteria, reason } = input;
  const { organisationId, id: changedBy } = actor;
  const version = (before?.version ?? 0) + 1;
  const scheduleId = await saveSchedule(sql, actor, { id, before, input });
  await writeRetentionPolicy(sql, {
    id,
    organisationId,
    name,
    action,
    criteria,
    reason,
    version,
    scheduleId,
    changedBy,
  });
  const { schedule, ...was } = before ?? { schedule: null };
  await insertAuditEntries(sql, actor, [
    {
      action: before ? 'retention_policy.changed' : 'retention_policy.created',
      subjectType: 'retention_policy',
      subjectId: id,
      reason,
      details: {
        version,
        after: { ...input },
        ...(before ? { before: { ...pickOf(was as RetentionPolicyRow), cron: schedule?.cron ?? null } } : {}),
      },
    },
  ]);
}

function pickOf({ name, action, criteria, reason }: RetentionPolicyRow) {
  return { name, action, criteria, reason };
}

/** The schedule that starts it, made, rewritten or deleted; its id. */
async function saveSchedule(sql: Sql, actor: Actor, { id, before, input }: Saved): Promise<string | null> {
  const there = before?.schedule ?? null;
  if (input.cron === null) {
    if (there) await markScheduleDeleted(sql, there.id);
    return null;
  }
  const cron = readCron(input.cron);
  const batch = batchOf({ ...input, id }, { confirm: false });
  const schedule = { name: input.name, cron, batch, createdBy: actor.id };
  const nextAt = cron === there?.cron ? new Date(there.nextAt) : nextMoment(cron, new Date());
  if (there) {
    await rewriteSchedule(sql, there.id, { ...schedule, nextAt });
    return there.id;
  }
  const scheduleId = uuidV7();
  await insertSchedule(sql, { id: scheduleId, organisationId: actor.organisationId, ...schedule, nextAt });
  return scheduleId;
}
