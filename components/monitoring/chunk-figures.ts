import type { ChunkSpan } from '#contract/monitoring.ts';

/** What the chunks of a job have in common. Milliseconds; null while none is done. */
export type ChunkFigures = {
  done: number;
  median: number | null;
  longest: number | null;
  retried: number;
  undone: number;
};

export function chunkFigures(spans: readonly ChunkSpan[]): ChunkFigures {
  const sum = (of: 'chunks' | 'retried' | 'undone') => spans.reduce((total, span) => total + span[of], 0);
  return {
    done: sum('chunks'),
    median: medianOf(spans),
    longest: spans.length === 0 ? null : Math.max(...spans.map(({ longestMs }) => longestMs)),
    retried: sum('retried'),
    undone: sum('undone'),
  };
}

/** Over all chunks; of those in a group only their middle is known, and that stands for each of them. */
function medianOf(spans: readonly ChunkSpan[]): number | null {
  const sorted = spans.toSorted((a, b) => a.durationMs - b.durationMs);
  const half = sorted.reduce((total, { chunks }) => total + chunks, 0) / 2;
  let seen = 0;
  for (const { chunks, durationMs } of sorted) {
    seen += chunks;
    if (seen >= half) return durationMs;
  }
  return null;
}

/** What a bar of the chart and a row of the table tell apart. */
export const LOOKS = ['done', 'retried', 'undone'] as const;
export type ChunkLook = (typeof LOOKS)[number];

export function lookOf({ retried, undone, chunks }: ChunkSpan): ChunkLook {
  if (undone === chunks) return 'undone';
  return retried > 0 ? 'retried' : 'done';
}
