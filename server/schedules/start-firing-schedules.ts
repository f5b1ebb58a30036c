import type { Services } from '#server/services.ts';
import { fireDueSchedules } from './fire-due-schedules.ts';

/** How often, in milliseconds, a processor looks for schedules whose moment has come. */
const EVERY_MS = 1_000;

type Firing = Services & { log(message: string, details: Record<string, unknown>): void };

/** Starts schedules when their moment comes, in this processor and in every other: whoever is first does it. */
export function startFiringSchedules(services: Firing): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const work = async () => {
    try {
      await fireDueSchedules(services, services.log);
    } catch (error) {
      services.log('A round of starting schedules failed', { error: String(error) });
    }
    if (!stopped) timer = setTimeout(next, EVERY_MS);
  };
  const next = () => {
    working = work();
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await working;
  };
}
