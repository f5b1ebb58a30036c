import type { Sql } from '#db/client.ts';
import { findScheduleRow } from '#db/queries/list-schedules.ts';
import type { ScheduleRow } from '#db/queries/schedule-row.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';

/** A schedule of one's own organisation, kept from everybody else until the transaction ends. @throws Problem `not_found` */
export async function lockSchedule(sql: Sql, actor: Actor, id: string): Promise<ScheduleRow> {
  const row = await findScheduleRow(sql, id, actor.organisationId, { lock: true });
  if (!row) throw new Problem('not_found');
  return row;
}
