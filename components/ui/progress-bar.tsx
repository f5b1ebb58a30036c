import { cx } from './cx.ts';

export type ProgressSegment = { tone: 'success' | 'neutral' | 'danger' | 'warning' | 'accent'; value: number };

const FILLS: Record<ProgressSegment['tone'], string> = {
  success: 'bg-success-fill',
  neutral: 'bg-neutral-fill',
  danger: 'bg-danger-fill',
  warning: 'bg-warning-fill',
  accent: 'bg-accent',
};

export type ProgressBarProps = {
  /** The accessible name. Visible numbers belong outside: children of a progressbar are not read. */
  label: string;
  /** Null while the total is not known. */
  total: number | null;
  segments: readonly ProgressSegment[];
  /** Such as "212 van 412 verwerkt, 3 mislukt". */
  valueText: string;
  size?: 'thin' | 'medium' | 'thick';
  /** True when nothing moves any more: the role becomes an image with the same words. */
  finished?: boolean;
  className?: string;
};

const SIZES = { thin: 'h-1.5', medium: 'h-2.5', thick: 'h-4' } as const;

/**
 * One bar of several parts. It never has aria-live: announcements go through the live region. Segments are parted by a gap
 * of one pixel, so that they stay apart without colour.
 */
export function ProgressBar({
  label,
  total,
  segments,
  valueText,
  size = 'medium',
  finished = false,
  className,
}: ProgressBarProps) {
  const done = segments.reduce((sum, segment) => sum + segment.value, 0);
  const known = total !== null && total > 0;
  const aria = finished
    ? { role: 'img', 'aria-label': `${label}: ${valueText}` }
    : {
        role: 'progressbar',
        'aria-label': label,
        'aria-valuetext': valueText,
        ...(known ? { 'aria-valuemin': 0, 'aria-valuemax': total, 'aria-valuenow': Math.min(done, total) } : {}),
      };
  return (
    <div {...aria} className={cx('flex w-full gap-px overflow-hidden rounded-full bg-neutral', SIZES[size], className)}>
      {known
        ? segments
            .filter((segment) => segment.value > 0)
            .map((segment) => (
              <div
                key={segment.tone}
                className={cx('h-full min-w-[3px] transition-[width]', FILLS[segment.tone])}
                style={{ width: `${(segment.value / total) * 100}%` }}
              />
            ))
        : null}
      {known || finished ? null : <div className="h-full w-1/4 animate-pulse rounded-full bg-accent" />}
    </div>
  );
}
