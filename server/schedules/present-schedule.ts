import { MOMENTS_SHOWN, type Schedule } from '#contract/schedules.ts';
import type { ScheduleRow } from '#db/queries/schedule-row.ts';
import type { Actor } from '#domain/access.ts';
import { batchStatus } from '#domain/batch-progress.ts';
import { isCleared } from '#domain/clearance.ts';
import type { Classification } from '#domain/definition.ts';
import { nextMoments } from './cron.ts';

/** A schedule as the door shows it to somebody: of a batch that is classified higher than they may see it says nothing. */
export function presentSchedule(row: ScheduleRow, { clearance }: Pick<Actor, 'clearance'>): Schedule {
  const { id, name, cron, paused, createdBy } = row;
  return {
    id,
    name,
    cron,
    paused,
    batch: row.batch as Schedule['batch'],
    nextMoments: paused ? [] : momentsOf(row).map((moment) => moment.toISOString()),
    lastStart: lastStartOf(row, clearance),
    createdAt: row.createdAt.toISOString(),
    createdBy,
  };
}

/** The one that is set, and those after it; one that has just passed will start any moment. */
function momentsOf({ cron, nextAt }: ScheduleRow): Date[] {
  const after = new Date(Math.max(nextAt.getTime(), Date.now()));
  return [nextAt, ...nextMoments(cron, after, MOMENTS_SHOWN - 1)];
}

function lastStartOf(
  { lastAt, lastBatch, lastProblem }: ScheduleRow,
  clearance: Classification,
): Schedule['lastStart'] {
  if (!lastAt) return null;
  return {
    at: lastAt.toISOString(),
    batch:
      lastBatch && isCleared(clearance, lastBatch.classification)
        ? { id: lastBatch.id, name: lastBatch.name, status: batchStatus(lastBatch.statuses) }
        : null,
    problem: lastProblem === null ? null : JSON.parse(lastProblem),
  };
}
