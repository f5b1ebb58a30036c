'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useJobWords } from '#components/batches/use-job-words.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import type { ChunkSpan } from '#contract/monitoring.ts';
import { ChunkBars, ChunkPatterns } from './chunk-bars.tsx';
import { type Gap, roundStep, type Tick, timeAxis } from './time-axis.ts';
import { useWidth } from './use-width.ts';

export type ChunkChartProps = {
  spans: readonly ChunkSpan[];
  /** What one would say of it: the chart is one image, its twin is a table. */
  label: string;
};

const HEIGHT = 240;
const LEFT = 64;
const RIGHT = 8;
const TOP = 22;
const BOTTOM = 30;
const FLOOR = HEIGHT - BOTTOM;
/** How many lines of duration there are, roughly. */
const LINES = 3;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When each chunk had its turn and how long it took: from left to right time, upwards duration. Nothing in it moves. */
export function ChunkChart({ spans, label }: ChunkChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const inner = Math.max(0, width - LEFT - RIGHT);
  const axis = useMemo(() => {
    const intervals = spans.map(({ startedAt, finishedAt }) => ({
      start: Date.parse(startedAt),
      end: Date.parse(finishedAt),
    }));
    return timeAxis(intervals, inner);
  }, [spans, inner]);
  const longest = Math.max(1, ...spans.map(({ longestMs }) => longestMs));
  const step = roundStep(longest / LINES);
  const top = Math.ceil(longest / step) * step;
  const rise = (ms: number) => (ms / top) * (FLOOR - TOP);
  return (
    // Until it is drawn anew it is as wide as its place was before; that must not make the page wider.
    <div ref={ref} className="w-full overflow-x-clip" style={{ minHeight: HEIGHT }}>
      {inner > 0 ? (
        <svg role="img" aria-label={label} width={width} height={HEIGHT} className="block">
          <g transform={`translate(${LEFT} 0)`}>
            <ChunkPatterns />
            <Lines step={step} top={top} rise={rise} width={inner} />
            <ChunkBars spans={spans} place={axis.place} rise={rise} floor={FLOOR} />
            <Gaps gaps={axis.gaps} />
            <Ticks ticks={axis.ticks} width={inner} />
          </g>
        </svg>
      ) : null}
    </div>
  );
}

function Lines({ step, top, rise, width }: { step: number; top: number; rise: (ms: number) => number; width: number }) {
  const words = useJobWords();
  const values = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
  return values.map((ms) => {
    const y = FLOOR - rise(ms);
    return (
      <g key={ms}>
        <line x1={0} x2={width} y1={y} y2={y} className={ms === 0 ? 'stroke-line-strong' : 'stroke-line'} />
        <text x={-8} y={y + 4} textAnchor="end" className="fill-ink-muted text-xs">
          {words.shortTime(ms)}
        </text>
      </g>
    );
  });
}

/** Time in which nothing took place and that was cut short. */
function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const t = useTranslations('monitoring.timeline');
  const text = useTickText();
  return gaps.map(({ at, ms }) => (
    <g key={at}>
      <title>{t('gap', { duration: text(roughly(ms)) })}</title>
      <text x={at} y={TOP - 3} textAnchor="middle" className="fill-ink-muted text-xs">
        {text(roughly(ms))}
      </text>
      <rect x={at - 20} width={40} y={TOP} height={FLOOR - TOP} fill="url(#chunk-gap)" />
      <path d={`M ${at - 5} ${FLOOR + 5} l 4 -10 M ${at + 1} ${FLOOR + 5} l 4 -10`} className="stroke-ink-muted" />
    </g>
  ));
}

function Ticks({ ticks, width }: { ticks: readonly Tick[]; width: number }) {
  const text = useTickText();
  return ticks.map(({ at, ms }) => (
    <g key={ms}>
      <line x1={at} x2={at} y1={FLOOR} y2={FLOOR + 5} className="stroke-line-strong" />
      <text
        x={at}
        y={FLOOR + 20}
        textAnchor={at < 24 ? 'start' : at > width - 40 ? 'end' : 'middle'}
        className="fill-ink-muted text-xs"
      >
        {text(ms)}
      </text>
    </g>
  ));
}

/** To the minute, and from two hours on to the hour: where nothing took place, seconds say nothing. */
function roughly(ms: number): number {
  const unit = ms >= 2 * HOUR_MS ? HOUR_MS : ms >= 2 * MINUTE_MS ? MINUTE_MS : 1;
  return Math.round(ms / unit) * unit;
}

/** Round times have no seconds to spare room for: "2 uur", "5 min", "2,5 s". */
function useTickText(): (ms: number) => string {
  const t = useTranslations('monitoring.timeline');
  const format = useFormat();
  const words = useJobWords();
  return (ms) => {
    if (ms > 0 && ms % HOUR_MS === 0) return t('hours', { count: format.number(ms / HOUR_MS) });
    if (ms > 0 && ms % MINUTE_MS === 0) return t('minutes', { count: format.number(ms / MINUTE_MS) });
    return words.shortTime(ms);
  };
}
