import { monitorEventLoopDelay } from 'node:perf_hooks';
import type pg from 'pg';

/** How one of our processes does. */
export type ProcessLoad = {
  /** Bytes of resident memory. */
  rss: number;
  /** Milliseconds: how late timers are, 99th percentile since the last look. */
  eventLoopLagMs: number;
  pool: { total: number; idle: number; waiting: number };
};

/** How often, in milliseconds, a timer is set to see how late it comes. */
const RESOLUTION_MS = 10;
const NS_PER_MS = 1e6;

/** Begins to watch this process; each look tells of the time since the one before. */
export function watchProcess(pool: pg.Pool): { look(): ProcessLoad; stop(): void } {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  return {
    look() {
      // What is recorded is the time between two timers, so what was asked for is in it.
      const lag = delays.count > 0 ? delays.percentile(99) / NS_PER_MS - RESOLUTION_MS : 0;
      delays.reset();
      return {
        rss: process.memoryUsage.rss(),
        eventLoopLagMs: Math.round(Math.max(0, lag) * 10) / 10,
        pool: { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
      };
    },
    stop: () => void delays.disable(),
  };
}
