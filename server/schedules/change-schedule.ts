import type { Schedule, SchedulePatch } from '#contract/schedules.ts';
import { inTransaction } from '#db/client.ts';
import { insertAuditEntries, type NewAuditEntry } from '#db/queries/insert-audit-entries.ts';
import type { ScheduleRow } from '#db/queries/schedule-row.ts';
import { updateSchedule } from '#db/queries/update-schedule.ts';
import type { Actor } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { nextMoment, readCron } from './cron.ts';
import { lockSchedule } from './lock-schedule.ts';
import { readSchedule } from './read-schedule.ts';

/**
 * Renames a schedule, gives it other moments, pauses or resumes it. The moments that passed while it was paused are not made up
 * for. @throws Problem `not_found`, `invalid_cron`, `cron_never_fires`
 */
export async function changeSchedule(
  services: Services,
  actor: Actor,
  id: string,
  patch: SchedulePatch,
): Promise<Schedule> {
  await requireAction(services, actor, 'schedule:manage', { type: 'schedule', id });
  const cron = patch.cron === undefined ? undefined : readCron(patch.cron);
  await inTransaction(services.pool, async (sql) => {
    const before = await lockSchedule(sql, actor, id);
    const after = { name: patch.name ?? before.name, cron: cron ?? before.cron, paused: patch.paused ?? before.paused };
    const anew = after.cron !== before.cron || (before.paused && !after.paused);
    await updateSchedule(sql, id, { ...after, nextAt: anew ? nextMoment(after.cron, new Date()) : before.nextAt });
    await insertAuditEntries(sql, actor, entriesOf(before, after));
  });
  return readSchedule(services, actor, id);
}

type Changeable = Pick<ScheduleRow, 'name' | 'cron' | 'paused'>;

function entriesOf({ id, ...before }: ScheduleRow, after: Changeable): NewAuditEntry[] {
  const subject = { subjectType: 'schedule', subjectId: id };
  const entries: NewAuditEntry[] = [];
  const changed = (['name', 'cron'] as const).filter((field) => before[field] !== after[field]);
  if (changed.length > 0) {
    const details = Object.fromEntries(changed.map((field) => [field, { before: before[field], after: after[field] }]));
    entries.push({ action: 'schedule.changed', ...subject, details });
  }
  if (before.paused !== after.paused)
    entries.push({ action: after.paused ? 'schedule.paused' : 'schedule.resumed', ...subject });
  return entries;
}
