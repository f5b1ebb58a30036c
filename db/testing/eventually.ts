import { vi } from 'vitest';

/** As long as the slowest machine needs: what is tested is that something comes, not when. Below the time limit of a test. */
const PATIENCE = { timeout: 100_000, interval: 20 };

/** Waits until `check` no longer throws, and answers what it answers. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, PATIENCE);
}
