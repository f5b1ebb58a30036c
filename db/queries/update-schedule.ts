import type { Sql } from '#db/client.ts';
import type { ScheduleRow } from './schedule-row.ts';

type Changes = Pick<ScheduleRow, 'name' | 'cron' | 'paused' | 'nextAt'>;

export async function updateSchedule(sql: Sql, id: string, { name, cron, paused, nextAt }: Changes): Promise<void> {
  await sql.query('UPDATE schedules SET name = $2, cron = $3, paused = $4, next_at = $5 WHERE id = $1', [
    id,
    name,
    cron,
    paused,
    nextAt,
  ]);
}

/** The row stays, for the batches it started and the audit trail. */
export async function markScheduleDeleted(sql: Sql, id: string): Promise<void> {
  await sql.query('UPDATE schedules SET deleted_at = clock_timestamp() WHERE id = $1', [id]);
}

export type Start = {
  /** What was started; null when it could not be, and `problem` says why. */
  batchId: string | null;
  problem: { code: string; params: Readonly<Record<string, string | number>> } | null;
};

/** Remembers how the last start went. */
export async function recordStart(sql: Sql, id: string, { batchId, problem }: Start): Promise<void> {
  await sql.query(
    'UPDATE schedules SET last_at = clock_timestamp(), last_batch_id = $2, last_problem = $3 WHERE id = $1',
    [id, batchId, problem ? JSON.stringify(problem) : null],
  );
}

export async function setNextMoment(sql: Sql, id: string, nextAt: Date): Promise<void> {
  await sql.query('UPDATE schedules SET next_at = $2 WHERE id = $1', [id, nextAt]);
}

type Rewritten = { name: string; cron: string; batch: Record<string, unknown>; createdBy: string; nextAt: Date };

/** Has a schedule start something else, for somebody else. */
export async function rewriteSchedule(sql: Sql, id: string, schedule: Rewritten): Promise<void> {
  await sql.query(
    'UPDATE schedules SET name = $2, cron = $3, batch = $4, created_by = $5, next_at = $6, last_problem = NULL WHERE id = $1',
    [id, schedule.name, schedule.cron, JSON.stringify(schedule.batch), schedule.createdBy, schedule.nextAt],
  );
}
