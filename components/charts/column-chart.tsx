'use client';

import { cx } from '#components/ui/cx.ts';
import { Link } from '#components/ui/link.tsx';
import { type ChartMark, MARK_GROUND } from './chart-marks.ts';

export type Column = {
  id: string;
  /** Under the column, short. */
  tick: string;
  value: number;
  /** What is read out: the range and the number. */
  label: string;
  /** The number as it is read. */
  text: string;
  href: string;
  ink: string;
  mark: ChartMark;
};

export type ColumnChartProps = {
  /** What the columns are, for who hears them. */
  caption: string;
  columns: readonly Column[];
};

/** How something is distributed: a list of links, drawn as columns with their numbers on top. */
export function ColumnChart({ caption, columns }: ColumnChartProps) {
  const most = Math.max(1, ...columns.map(({ value }) => value));
  return (
    <ol aria-label={caption} className="flex h-40 items-stretch gap-1">
      {columns.map((column) => (
        <li key={column.id} className="flex min-w-0 flex-1 flex-col">
          {column.value > 0 ? (
            <Link
              href={column.href}
              title={column.label}
              className="group flex min-h-0 grow flex-col justify-end rounded-sm no-underline hover:bg-sunken"
            >
              <span className="sr-only">{column.label}</span>
              <Bar column={column} most={most} />
            </Link>
          ) : (
            <span className="flex min-h-0 grow flex-col justify-end">
              <span className="sr-only">{column.label}</span>
              <Bar column={column} most={most} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Bar({ column: { value, text, tick, ink, mark }, most }: { column: Column; most: number }) {
  return (
    <span aria-hidden className="flex min-h-0 grow flex-col">
      <span className="flex min-h-0 grow flex-col justify-end text-center">
        <span className={cx('truncate text-[11px] leading-4', value > 0 ? 'text-ink' : 'text-transparent')}>
          {text}
        </span>
        <span
          className={cx(
            'block min-h-[3px] shrink-0 rounded-t-[3px]',
            value > 0 ? [ink, MARK_GROUND[mark]].join(' ') : '',
          )}
          style={{ height: `${(value / most) * 75}%` }}
        />
      </span>
      <span className="border-t border-line-strong pt-1 text-center text-[11px] leading-4 text-ink-muted">{tick}</span>
    </span>
  );
}
