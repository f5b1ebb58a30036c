import type pg from 'pg';
import { repeat } from '#server/live/repeat.ts';

const LOOK_EVERY_MS = 200;

export type GapWatch = {
  /** The longest time, in milliseconds, in which a job that a processor should be at work on got no further. */
  longestMs(): number;
  /** The longest time, in seconds, that a processor's transaction was idle. */
  longestIdleSeconds(): number;
  stop(): void;
};

type Seen = { id: string; at: string };

/**
 * Looks five times a second how far every admitted job is: its state and its counters. The time is taken by our own clock, so a
 * database that is gone does not stop it.
 */
export function watchGaps(pool: pg.Pool): GapWatch {
  const seen = new Map<string, { at: string; since: number }>();
  let longest = 0;
  let longestIdle = 0;
  const measure = (since: number) => {
    longest = Math.max(longest, performance.now() - since);
  };
  const look = async () => {
    const { rows } = await pool.query<Seen>(
      `SELECT id, concat_ws(' ', status, checked, succeeded + unchanged + skipped + failed + cancelled, rolled_back
         + rollback_conflict) AS at FROM jobs WHERE admitted AND finished_at IS NULL`,
    );
    const now = new Set(rows.map(({ id }) => id));
    for (const [id, { since }] of seen) {
      measure(since);
      if (!now.has(id)) seen.delete(id);
    }
    for (const { id, at } of rows) if (seen.get(id)?.at !== at) seen.set(id, { at, since: performance.now() });
    const { rows: idle } = await pool.query<{ seconds: number | null }>(
      `SELECT max(extract(epoch FROM clock_timestamp() - state_change))::float8 AS seconds FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'lexport-processor' AND state LIKE 'idle in transaction%'`,
    );
    longestIdle = Math.max(longestIdle, idle[0]?.seconds ?? 0);
  };
  const looking = repeat(LOOK_EVERY_MS, look, () => {});
  return { longestMs: () => longest, longestIdleSeconds: () => longestIdle, stop: looking.stop };
}
