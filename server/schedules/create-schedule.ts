import type { NewSchedule, Schedule } from '#contract/schedules.ts';
import { inTransaction } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertSchedule } from '#db/queries/insert-schedule.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { requireDecision } from '#server/batches/require-decision.ts';
import { requireReadable } from '#server/batches/require-readable.ts';
import type { Services } from '#server/services.ts';
import { checkScheduledBatch } from './check-scheduled-batch.ts';
import { nextMoment, readCron } from './cron.ts';
import { readSchedule } from './read-schedule.ts';
import { selectAnew } from './select-anew.ts';

/**
 * Has a batch start again and again, on behalf of this person, at the moments a cron expression names.
 * @throws Problem `invalid_cron`, `cron_never_fires`, and what `checkScheduledBatch` throws
 */
export async function createSchedule(services: Services, actor: Actor, input: NewSchedule): Promise<Schedule> {
  await requireAction(services, actor, 'schedule:manage');
  await requireAction(services, actor, 'batch:start');
  const id = uuidV7();
  const cron = readCron(input.cron);
  const { name } = input;
  const batch = selectAnew(input.batch);
  for (const job of batch.jobs) await requireDecision(services, actor, job);
  await requireReadable(services, actor, batch, 'batch.');
  const nextAt = nextMoment(cron, new Date());
  await inTransaction(services.pool, async (sql) => {
    await checkScheduledBatch(sql, actor, batch);
    await insertSchedule(sql, {
      id,
      organisationId: actor.organisationId,
      createdBy: actor.id,
      name,
      cron,
      batch,
      nextAt,
    });
    const operations = batch.jobs.map(({ operation }) => operation);
    await insertAuditEntries(sql, actor, [
      {
        action: 'schedule.created',
        subjectType: 'schedule',
        subjectId: id,
        details: { name, cron, operations, nextAt },
      },
    ]);
  });
  return readSchedule(services, actor, id);
}
