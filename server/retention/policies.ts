import type { RetentionPolicies, RetentionPolicy } from '#contract/retention.ts';
import { findRetentionPolicy, listRetentionPolicies, type RetentionPolicyRow } from '#db/queries/retention-policies.ts';
import { type Actor, readScope } from '#domain/access.ts';
import { batchStatus } from '#domain/batch-progress.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** What is kept how long, in this person's organisation or in all of them. */
export async function listPolicies(services: Services, actor: Actor): Promise<RetentionPolicies> {
  await requireAction(services, actor, 'batch:read');
  const rows = await listRetentionPolicies(services.pool, readScope(actor));
  return { items: rows.map(presentPolicy) };
}

/** @throws Problem `not_found` */
export async function readPolicy(services: Services, actor: Actor, id: string): Promise<RetentionPolicy> {
  await requireAction(services, actor, 'batch:read', { type: 'retention_policy', id });
  const row = await findRetentionPolicy(services.pool, id, readScope(actor));
  if (!row) throw new Problem('not_found');
  return presentPolicy(row);
}

function presentPolicy(row: RetentionPolicyRow): RetentionPolicy {
  const { id, name, action, reason, version, schedule, lastBatch } = row;
  const { status = [], category = [], classification = [], organisation = [], ...age } = row.criteria;
  return {
    id,
    name,
    action,
    criteria: { ...age, status, category, classification, organisation },
    reason,
    cron: schedule?.cron ?? null,
    version,
    changedAt: row.changedAt.toISOString(),
    changedBy: row.changedBy,
    reach: row.reach,
    nextAt: schedule && !schedule.paused ? new Date(schedule.nextAt).toISOString() : null,
    scheduleId: schedule?.id ?? null,
    lastBatch: lastBatch && {
      id: lastBatch.id,
      status: batchStatus(lastBatch.statuses),
      createdAt: new Date(lastBatch.createdAt).toISOString(),
    },
  };
}
