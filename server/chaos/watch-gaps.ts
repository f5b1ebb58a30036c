import type pg from 'pg';
import { repeat } from '#server/live/repeat.ts';

const LOOK_EVERY_MS = 200;

export type GapWatch = {
  /** Tells that the processor with this number was killed or frozen: for the jobs in its hands another fault begins. */
  struck(pid: number): void;
  /** The longest time, in milliseconds, in which a job that a processor should be at work on got no further. */
  longestMs(): number;
  /** The same, counted from the latest fault that struck the job's processor: what a single fault cost. */
  longestOfOneFaultMs(): number;
  /** The longest time, in seconds, that a processor's transaction was idle. */
  longestIdleSeconds(): number;
  stop(): void;
};

type Seen = { id: string; at: string };

/**
 * Looks five times a second how far every admitted job is: its state and its counters. The time is taken by our own clock, so a
 * database that is gone does not stop it. Who has which job is what processors say of themselves every two seconds, so a processor
 * that is struck before it has said so counts as the same fault.
 */
export function watchGaps(pool: pg.Pool): GapWatch {
  const seen = new Map<string, { at: string; since: number; struck: number }>();
  let hands = new Map<number, string[]>();
  const longest = { ofAll: 0, ofOne: 0, idleSeconds: 0 };
  const measure = ({ since, struck }: { since: number; struck: number }) => {
    const now = performance.now();
    longest.ofAll = Math.max(longest.ofAll, now - since);
    longest.ofOne = Math.max(longest.ofOne, now - struck);
  };
  const look = async () => {
    const { rows } = await pool.query<Seen>(
      `SELECT id, concat_ws(' ', status, checked, succeeded + unchanged + skipped + failed + cancelled, rolled_back
         + rollback_conflict) AS at FROM jobs WHERE admitted AND finished_at IS NULL`,
    );
    const there = new Set(rows.map(({ id }) => id));
    for (const [id, gap] of seen) {
      measure(gap);
      if (!there.has(id)) seen.delete(id);
    }
    const now = performance.now();
    for (const { id, at } of rows) if (seen.get(id)?.at !== at) seen.set(id, { at, since: now, struck: now });
    const { rows: processors } = await pool.query<{ pid: number; jobs: string[] }>(
      `SELECT pid, load -> 'jobs' AS jobs FROM processors`,
    );
    hands = new Map(processors.map(({ pid, jobs }) => [pid, jobs]));
    const { rows: idle } = await pool.query<{ seconds: number | null }>(
      `SELECT max(extract(epoch FROM clock_timestamp() - state_change))::float8 AS seconds FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'lexport-processor' AND state LIKE 'idle in transaction%'`,
    );
    longest.idleSeconds = Math.max(longest.idleSeconds, idle[0]?.seconds ?? 0);
  };
  const looking = repeat(LOOK_EVERY_MS, look, () => {});
  return {
    struck(pid) {
      for (const id of hands.get(pid) ?? []) {
        const gap = seen.get(id);
        if (!gap) continue;
        measure(gap);
        gap.struck = performance.now();
      }
    },
    longestMs: () => longest.ofAll,
    longestOfOneFaultMs: () => longest.ofOne,
    longestIdleSeconds: () => longest.idleSeconds,
    stop: looking.stop,
  };
}
