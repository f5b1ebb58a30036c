'use client';

import { useId } from 'react';
import { cx } from '#components/ui/cx.ts';
import { Link } from '#components/ui/link.tsx';
import { CHART_MARKS, type ChartMark, MARK_GROUND } from './chart-marks.ts';

export type DonutSegment = {
  id: string;
  name: string;
  value: number;
  /** The value and its share as they are read. */
  text: string;
  share: string;
  href: string;
  /** A colour of text, such as `text-chart-2`. */
  ink: string;
  mark: ChartMark;
};

export type DonutChartProps = {
  caption: string;
  head: readonly [string, string, string];
  segments: readonly DonutSegment[];
  /** What stands in the hole. */
  centre: { value: string; label: string };
};

const RADIUS = 47;
const WIDTH = 15;
const AROUND = 2 * Math.PI * RADIUS;
/** Between segments, so that they are told apart without colour. */
const GAP = 1.5;

/** Parts of a whole. The table beside the ring says the same and is what is read out; both lead to what they count. */
export function DonutChart({ caption, head, segments, centre }: DonutChartProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <Ring segments={segments} centre={centre} />
      <table className="min-w-48 grow text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only">
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {segments.map(({ id, name, text, share, href, ink, mark, value }) => (
            <tr key={id}>
              <th scope="row" className="py-1.5 pr-3 font-normal">
                <span className="flex items-center gap-2">
                  <span aria-hidden className={cx('size-3.5 shrink-0 rounded-[3px]', ink, MARK_GROUND[mark])} />
                  {value > 0 ? (
                    <Link
                      href={href}
                      className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-4 hover:text-accent"
                    >
                      {name}
                    </Link>
                  ) : (
                    name
                  )}
                </span>
              </th>
              <td className="py-1.5 text-right font-medium">{text}</td>
              <td className="w-14 py-1.5 text-right text-ink-muted">{share}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** For the eye and the mouse only: the table has the same links for the keyboard. */
function Ring({ segments, centre }: Pick<DonutChartProps, 'segments' | 'centre'>) {
  const id = useId();
  const total = segments.reduce((sum, { value }) => sum + value, 0);
  const shown = segments.filter(({ value }) => value > 0);
  let before = 0;
  return (
    <svg aria-hidden viewBox="0 0 120 120" className="size-36 shrink-0">
      <defs>
        {CHART_MARKS.map((mark) => (
          <MarkMask key={mark} id={`${id}-${mark}`} mark={mark} />
        ))}
      </defs>
      {shown.map(({ id: segment, value, ink, mark, href, name, text }) => {
        const length = (value / total) * AROUND;
        const offset = before;
        before += length;
        const visible = shown.length === 1 ? length : Math.max(1, length - GAP);
        return (
          <Link key={segment} href={href} tabIndex={-1}>
            <g mask={`url(#${id}-${mark})`}>
              <circle
                cx={60}
                cy={60}
                r={RADIUS}
                fill="none"
                stroke="currentColor"
                strokeWidth={WIDTH}
                strokeDasharray={`${visible} ${AROUND - visible}`}
                strokeDashoffset={-offset}
                transform="rotate(-90 60 60)"
                className={cx(ink, 'hover:opacity-80')}
              >
                <title>{`${name}: ${text}`}</title>
              </circle>
            </g>
          </Link>
        );
      })}
      <text x={60} y={60} textAnchor="middle" className="fill-ink text-[20px] font-semibold">
        {centre.value}
      </text>
      <text x={60} y={75} textAnchor="middle" className="fill-ink-muted text-[9px]">
        {centre.label}
      </text>
    </svg>
  );
}

/** White is seen: lines of it let the colour through. */
function MarkMask({ id, mark }: { id: string; mark: ChartMark }) {
  if (mark === 'solid') {
    return (
      <mask id={id}>
        <rect width={120} height={120} fill="white" />
      </mask>
    );
  }
  return (
    <>
      <pattern id={`${id}-lines`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={4} height={6} fill="white" />
        {mark === 'crossed' ? <rect width={6} height={3} fill="white" /> : null}
      </pattern>
      <mask id={id}>
        <rect width={120} height={120} fill={`url(#${id}-lines)`} />
      </mask>
    </>
  );
}
