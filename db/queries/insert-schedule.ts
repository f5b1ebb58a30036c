import type { Sql } from '#db/client.ts';

export type NewScheduleRow = {
  id: string;
  organisationId: string;
  createdBy: string;
  name: string;
  cron: string;
  batch: Record<string, unknown>;
  nextAt: Date;
};

export async function insertSchedule(sql: Sql, schedule: NewScheduleRow): Promise<void> {
  await sql.query(
    `INSERT INTO schedules (id, organisation_id, created_by, name, cron, batch, next_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      schedule.id,
      schedule.organisationId,
      schedule.createdBy,
      schedule.name,
      schedule.cron,
      JSON.stringify(schedule.batch),
      schedule.nextAt,
    ],
  );
}
