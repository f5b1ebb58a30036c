import { describe, expect, it } from 'vitest';
import type { ChunkSpan } from '#contract/monitoring.ts';
import { chunkFigures, lookOf } from './chunk-figures.ts';

function span(durationMs: number, more: Partial<ChunkSpan> = {}): ChunkSpan {
  const moment = '2026-11-22T10:00:00.000Z';
  const rest = { number: 0, lastNumber: 0, chunks: 1, items: 1, attempts: 1, retried: 0, undone: 0, error: null };
  return { ...rest, startedAt: moment, finishedAt: moment, durationMs, longestMs: durationMs, ...more };
}

describe('the figures of chunks', () => {
  it('are none before a chunk is done', () => {
    expect(chunkFigures([])).toEqual({ done: 0, median: null, longest: null, retried: 0, undone: 0 });
  });

  it('are those of every chunk, also of those in groups', () => {
    const spans = [span(10), span(40, { retried: 1 }), span(20, { chunks: 5, longestMs: 90, retried: 2, undone: 5 })];
    expect(chunkFigures(spans)).toEqual({ done: 7, median: 20, longest: 90, retried: 3, undone: 5 });
  });

  it('tell apart what went at once, what was tried again and what was taken back', () => {
    expect(lookOf(span(1))).toBe('done');
    expect(lookOf(span(1, { retried: 1 }))).toBe('retried');
    expect(lookOf(span(1, { retried: 1, undone: 1 }))).toBe('undone');
    expect(lookOf(span(1, { chunks: 3, undone: 1 }))).toBe('done');
  });
});
