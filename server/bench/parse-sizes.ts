import { DEFAULT_ARCHIVE_LIMITS } from '#domain/archive-limits.ts';

const DEFAULT_SIZES = [100, 1_000, 10_000];
const MAX_SIZE = DEFAULT_ARCHIVE_LIMITS.entries;

/** The sizes asked for, ascending and each once, or one plain sentence about what is wrong. */
export function parseSizes(args: readonly string[]): { sizes: number[] } | { problem: string } {
  if (args.length === 0) return { sizes: DEFAULT_SIZES };
  const sizes = args.map((text) => (/^\d{1,7}$/.test(text) ? Number(text) : 0));
  if (sizes.some((size) => size < 1 || size > MAX_SIZE)) {
    return { problem: `Every size must be a whole number from 1 to ${MAX_SIZE}. Use: npm run bench -- 100 1000 10000` };
  }
  return { sizes: [...new Set(sizes)].sort((a, b) => a - b) };
}
