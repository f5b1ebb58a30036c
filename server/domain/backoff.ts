/** The wait before attempt n + 1, in milliseconds: 100 ms doubling to 10 s, with full jitter over its upper half. */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(10_000, 100 * 2 ** (attempt - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

/** How long a job that paused itself waits for its nth probe, in milliseconds: 5 s doubling to 5 minutes. */
export function probeDelayMs(trips: number): number {
  return Math.min(300_000, 5_000 * 2 ** Math.min(trips - 1, 10));
}

/** How often a chunk that others stand in the way of is tried again, unless the job says otherwise. */
export const MAX_RETRIES = 3;

/** How often a processor tries a chunk with a broken connection before it gives the job back to the queue. */
export const MAX_CHUNK_ATTEMPTS = 6;

/** How many processors a job may lose in a row without one committed chunk; the next loss fails it (a poison job). */
export const MAX_TAKEOVERS_WITHOUT_PROGRESS = 3;
