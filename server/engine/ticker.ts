import type pg from 'pg';
import { publishProgress } from '#db/queries/publish-progress.ts';
import type { Progress } from '#domain/progress.ts';

export type Ticker = {
  /** Something was committed: tell it, but not more often than agreed. `overlay` adds what is done but not committed. */
  tick(overlay?: (committed: Progress) => Progress): void;
  /** The state moved: tell it now. */
  changed(): Promise<void>;
  stop(): Promise<void>;
};

/** Publishes the progress of one job: the latest wins, at most `perSecond` times a second, and always on a change of state. */
export function startTicker(pool: pg.Pool, jobId: string, perSecond: number): Ticker {
  let timer: NodeJS.Timeout | undefined;
  let last = 0;
  let overlay: ((committed: Progress) => Progress) | undefined;
  let publishing: Promise<void> = Promise.resolve();

  const publish = (changed: boolean) => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    const shown = overlay;
    overlay = undefined;
    // Progress is a courtesy: a watcher asks again, so a lost message must not fail the job.
    publishing = publishing.then(() => publishProgress(pool, jobId, changed, shown)).catch(() => {});
    return publishing;
  };

  return {
    tick(next) {
      overlay = next;
      if (timer) return;
      const wait = Math.max(0, 1000 / perSecond - (performance.now() - last));
      timer = setTimeout(() => void publish(false), wait);
    },
    changed: () => publish(true),
    async stop() {
      clearTimeout(timer);
      await publishing;
    },
  };
}
