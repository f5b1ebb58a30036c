import type { z } from 'zod';
import type { SchedulePage, scheduleQuerySchema } from '#contract/schedules.ts';
import { listScheduleRows } from '#db/queries/list-schedules.ts';
import { type Actor, readScope } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { cursorsOf, pageAt } from '#server/page-at.ts';
import type { Services } from '#server/services.ts';
import { presentSchedule } from './present-schedule.ts';

const SORT = 'schedules';

/** Soonest first, paused ones last. */
export async function listSchedules(
  services: Services,
  actor: Actor,
  { cursor, limit }: z.output<typeof scheduleQuerySchema>,
): Promise<SchedulePage> {
  await requireAction(services, actor, 'batch:read');
  const at = pageAt(cursor, SORT, 3);
  const page = await listScheduleRows(services.pool, { scope: readScope(actor), at, limit });
  return { items: page.rows.map((row) => presentSchedule(row, actor)), ...cursorsOf(page, SORT), total: page.total };
}
