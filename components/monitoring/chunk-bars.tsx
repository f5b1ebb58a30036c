import { memo } from 'react';
import { cx } from '#components/ui/cx.ts';
import type { ChunkSpan } from '#contract/monitoring.ts';
import { type ChunkLook, lookOf } from './chunk-figures.ts';

/** A bar is never thinner or lower than this: a chunk of a millisecond is one too. */
const LEAST = 2;
/** From this width on there is room for a line that tells a bar from its neighbour. */
const APART_FROM = 5;

const FILLS: Record<ChunkLook, string> = {
  done: 'fill-chart-1',
  retried: 'fill-chart-3',
  undone: 'fill-[url(#chunk-undone)]',
};

/** The patterns of bars and gaps; colour alone says nothing. */
export function ChunkPatterns() {
  return (
    <defs>
      <pattern id="chunk-undone" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className="fill-neutral" />
        <rect width="2" height="5" className="fill-neutral-ink" />
      </pattern>
      <pattern id="chunk-gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1" height="6" className="fill-line" />
      </pattern>
    </defs>
  );
}

export type ChunkBarsProps = {
  spans: readonly ChunkSpan[];
  /** Pixels from the left of a moment, and above the floor of a duration. */
  place: (ms: number) => number;
  rise: (ms: number) => number;
  floor: number;
};

/** One bar per chunk or group: as wide as it took by the clock, as high as its duration; a mark on top of what was tried again. */
export const ChunkBars = memo(function ChunkBars({ spans, place, rise, floor }: ChunkBarsProps) {
  // The low ones last: with several lanes they lie before the high ones.
  return spans.toSorted(byHeight).map((span) => {
    const x = place(Date.parse(span.startedAt));
    const width = Math.max(LEAST, place(Date.parse(span.finishedAt)) - x);
    const height = Math.max(LEAST, rise(span.durationMs));
    const look = lookOf(span);
    const middle = x + width / 2;
    const peak = floor - rise(span.longestMs);
    return (
      <g key={span.number}>
        <rect
          x={x}
          y={floor - height}
          width={width}
          height={height}
          strokeWidth={width > APART_FROM ? 1 : 0}
          className={cx(FILLS[look], 'stroke-surface')}
        />
        {span.chunks > 1 ? (
          <line x1={middle} x2={middle} y1={floor - height} y2={peak} className="stroke-ink-muted" />
        ) : null}
        {span.retried > 0 ? <path d={`M ${middle - 4} ${peak - 9} h 8 l -4 6 z`} className="fill-chart-4" /> : null}
      </g>
    );
  });
});

const byHeight = (a: ChunkSpan, b: ChunkSpan) => b.durationMs - a.durationMs || a.number - b.number;

/** What the looks of the bars mean, drawn as they are. */
export function ChunkLegend({ looks, words }: { looks: readonly ChunkLook[]; words: Record<ChunkLook, string> }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-muted">
      {looks.map((look) => (
        <li key={look} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="14" height="18">
            <ChunkPatterns />
            <rect x="2" y="8" width="10" height="10" className={FILLS[look]} />
            {look === 'retried' ? <path d="M 3 0 h 8 l -4 6 z" className="fill-chart-4" /> : null}
          </svg>
          {words[look]}
        </li>
      ))}
    </ul>
  );
}
