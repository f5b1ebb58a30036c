import { inTransaction } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { markScheduleDeleted } from '#db/queries/update-schedule.ts';
import type { Actor } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { lockSchedule } from './lock-schedule.ts';

/** Starts nothing any more. The batches it started go on, and stay. @throws Problem `not_found` */
export async function deleteSchedule(services: Services, actor: Actor, id: string): Promise<{ id: string }> {
  await requireAction(services, actor, 'schedule:manage', { type: 'schedule', id });
  await inTransaction(services.pool, async (sql) => {
    const { name, cron } = await lockSchedule(sql, actor, id);
    await markScheduleDeleted(sql, id);
    await insertAuditEntries(sql, actor, [
      { action: 'schedule.deleted', subjectType: 'schedule', subjectId: id, details: { name, cron } },
    ]);
  });
  return { id };
}
