import { type ScheduledBatch, scheduleSchema } from '#contract/schedules.ts';
import type { Sql } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { recordStart } from '#db/queries/update-schedule.ts';
import type { Actor } from '#domain/access.ts';
import { writeBatch } from '#server/batches/create-batch.ts';
import { requireDecision } from '#server/batches/require-decision.ts';
import type { Services } from '#server/services.ts';

type Startable = { id: string; name: string; batch: Record<string, unknown> };

/**
 * Writes the batch of a schedule on behalf of a person and remembers that, in the caller's transaction: `started` tells the audit
 * trail what made it start. @throws Problem whatever a batch can be refused for, ZodError when it is none (any more)
 */
export async function startScheduledBatch(
  services: Services,
  sql: Sql,
  actor: Actor,
  { id, name, batch }: Startable,
  { action, details }: { action: string; details: Record<string, unknown> },
) {
  const input: ScheduledBatch = scheduleSchema.shape.batch.parse(batch);
  for (const job of input.jobs) await requireDecision(services, actor, job);
  const written = await writeBatch(services, sql, actor, { ...input, name: input.name ?? name }, { scheduleId: id });
  await recordStart(sql, id, { batchId: written.batchId, problem: null });
  await insertAuditEntries(sql, actor, [
    { action, subjectType: 'schedule', subjectId: id, details: { ...details, batchId: written.batchId } },
  ]);
  return written;
}
