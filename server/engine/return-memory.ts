import type { Engine } from './engine.ts';

const MB = 1024 * 1024;
/** How often a processor looks at what it has, in milliseconds: an import takes forty megabytes a second, and to look is nothing. */
const EVERY_MS = 100;
/** From this share of its budget on it gives back what it does not use. */
const FROM = 0.45;
/** And again when it has so much more than it was left with: what is in use cannot be given back. */
const STEP_BYTES = 24 * MB;
/** But not before this long, in milliseconds: who needs all it has would do nothing else. */
const REST_MS = 1_000;
const EVERYTHING = { type: 'major', execution: 'sync', flavor: 'last-resort' } as const;

/**
 * Gives the memory back that V8 keeps for later: pages of objects that are gone, a third of what a processor has in a large import.
 * Asking for it holds everything up for a tenth of a second, so only who has much is asked. Needs `--expose-gc`; the answer ends it.
 */
export function startReturningMemory(
  { memoryUsed, config }: Pick<Engine, 'memoryUsed' | 'config'>,
  { everyMs = EVERY_MS, restMs = REST_MS, collect = () => globalThis.gc?.(EVERYTHING) } = {},
): () => void {
  const from = FROM * config.limits.processorMemoryMb * MB;
  let left = 0;
  let askedAt = Number.NEGATIVE_INFINITY;
  const look = () => {
    const used = memoryUsed();
    left = Math.min(left, used);
    if (used < Math.max(from, left + STEP_BYTES) || performance.now() < askedAt + restMs) return;
    collect();
    askedAt = performance.now();
    left = memoryUsed();
  };
  const timer = setInterval(look, everyMs).unref();
  return () => clearInterval(timer);
}
