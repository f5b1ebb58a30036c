import type { Schedule } from '#contract/schedules.ts';
import { findScheduleRow } from '#db/queries/list-schedules.ts';
import { type Actor, readScope } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { presentSchedule } from './present-schedule.ts';

export async function readSchedule(services: Services, actor: Actor, id: string): Promise<Schedule> {
  await requireAction(services, actor, 'batch:read', { type: 'schedule', id });
  const row = await findScheduleRow(services.pool, id, readScope(actor));
  if (!row) throw new Problem('not_found');
  return presentSchedule(row, actor);
}
