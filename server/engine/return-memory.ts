import type { Engine } from './engine.ts';

const MB = 1024 * 1024;
/** How often a processor looks at what it has, in milliseconds. */
const EVERY_MS = 1_000;
/** From this share of its budget on it gives back what it does not use. */
const FROM = 0.5;
/** And again when it has so much more than it was left with: what is in use cannot be given back. */
const STEP_BYTES = 24 * MB;
const EVERYTHING = { type: 'major', execution: 'sync', flavor: 'last-resort' } as const;

/**
 * Gives the memory back that V8 keeps for later: pages of objects that are gone, a quarter of what a processor has after a large
 * import. Asking for it holds everything up for a tenth of a second, so only who has much is asked. Needs `--expose-gc`; the answer
 * ends it.
 */
export function startReturningMemory(
  { memoryUsed, config }: Pick<Engine, 'memoryUsed' | 'config'>,
  { everyMs = EVERY_MS, collect = () => globalThis.gc?.(EVERYTHING) } = {},
): () => void {
  const from = FROM * config.limits.processorMemoryMb * MB;
  let left = 0;
  const look = () => {
    const used = memoryUsed();
    left = Math.min(left, used);
    if (used < Math.max(from, left + STEP_BYTES)) return;
    collect();
    left = memoryUsed();
  };
  const timer = setInterval(look, everyMs).unref();
  return () => clearInterval(timer);
}
