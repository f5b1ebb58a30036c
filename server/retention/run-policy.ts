import type { Batch } from '#contract/batches.ts';
import { inTransaction } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { findRetentionPolicy } from '#db/queries/retention-policies.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { operationOf } from '#domain/retention.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { sendOnItsWay, writeBatch } from '#server/batches/create-batch.ts';
import { readBatch } from '#server/batches/read-batch.ts';
import { requireDecision } from '#server/batches/require-decision.ts';
import type { Services } from '#server/services.ts';
import { batchOf } from './batch-of.ts';

/**
 * Starts a policy now. What can be taken back shows its plan first; what cannot waits for somebody else.
 * @throws Problem `not_found`, `empty_selection` when nothing is old enough
 */
export async function runPolicy(services: Services, actor: Actor, id: string): Promise<Batch> {
  const subject = { type: 'retention_policy', id };
  await requireAction(services, actor, 'retention:manage', subject);
  await requireAction(services, actor, 'batch:start', subject);
  const policy = await findRetentionPolicy(services.pool, id, actor.organisationId);
  if (!policy) throw new Problem('not_found');
  await requireDecision(services, actor, { operation: operationOf(policy.action), options: {} });
  const written = await inTransaction(services.pool, async (sql) => {
    const batch = await writeBatch(services, sql, actor, batchOf(policy, { confirm: true }), {});
    await insertAuditEntries(sql, actor, [
      {
        action: 'retention_policy.run',
        subjectType: 'retention_policy',
        subjectId: id,
        details: { batchId: batch.batchId, version: policy.version },
      },
    ]);
    return batch;
  });
  await sendOnItsWay(services, written);
  return readBatch(services, actor, written.batchId);
}
