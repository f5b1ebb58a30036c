import type { Batch } from '#contract/batches.ts';
import type { Schedule } from '#contract/schedules.ts';

/** One thing that is to start. */
export type TimelineEntry = {
  key: string;
  /** ISO 8601. */
  at: string;
  name: string;
  /** A batch that waits for its moment; null: a schedule starts one then. */
  batchId: string | null;
  /** Set: it comes so often that only its next moment is here, with this cron expression. */
  oftenAs: string | null;
};

const HOUR_MS = 3_600_000;

/** What is to start, in order: each batch that waits for its moment, and the next moments of each schedule that is not paused. */
export function timelineOf(
  schedules: readonly Pick<Schedule, 'id' | 'name' | 'cron' | 'nextMoments'>[],
  batches: readonly Pick<Batch, 'id' | 'name' | 'scheduledFor'>[],
): TimelineEntry[] {
  const once = batches.flatMap(({ id, name, scheduledFor }) =>
    scheduledFor ? [{ key: id, at: scheduledFor, name, batchId: id, oftenAs: null }] : [],
  );
  return [...once, ...schedules.flatMap(entriesOf)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function entriesOf({ id, name, cron, nextMoments }: Parameters<typeof timelineOf>[0][number]): TimelineEntry[] {
  const [first, second] = nextMoments;
  const often = first && second && Date.parse(second) - Date.parse(first) < HOUR_MS;
  const shown = often ? nextMoments.slice(0, 1) : nextMoments;
  return shown.map((at) => ({ key: `${id} ${at}`, at, name, batchId: null, oftenAs: often ? cron : null }));
}
