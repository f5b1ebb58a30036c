import { OUTBOX_CHANNEL } from '#db/queries/insert-events.ts';
import type { Engine } from '#server/engine/engine.ts';
import { listen } from '#server/live/listen.ts';
import { createSender } from './send-due.ts';
import { tellEvents } from './tell-events.ts';

/** How often, in milliseconds, a processor looks without having been woken: for what a lost NOTIFY left behind. */
const EVERY_MS = 5_000;

type Telling = Pick<Engine, 'pool' | 'config' | 'log'>;

/**
 * Tells of events and sends what is due, in this processor and in every other: whoever is first does it. Woken by those who leave
 * something in the outbox. The answer ends it, after what is being sent.
 */
export function startTelling(telling: Telling): () => Promise<void> {
  let stopped = false;
  let woken = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  const sender = createSender(telling, () => stopped);

  const round = async () => {
    do {
      woken = false;
      while ((await tellEvents(telling)) > 0);
      await sender.fill();
    } while (woken && !stopped);
  };
  const start = () => {
    clearTimeout(timer);
    if (stopped) return;
    woken = true;
    working ??= round()
      .catch((error) => telling.log('Telling of events failed', { error: String(error) }, 'error'))
      .finally(() => {
        working = undefined;
        if (!stopped) timer = setTimeout(start, EVERY_MS);
      });
  };
  const listening = listen(telling.config.databaseUrl, OUTBOX_CHANNEL, start);
  start();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await listening.stop();
    await working;
    await sender.idle();
  };
}
