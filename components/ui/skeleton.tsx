import { cx } from './cx.ts';

/** A grey shape of what comes. It shows itself only after 300 ms, so that quick answers do not flicker. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className={cx('block animate-appear-late rounded-sm bg-neutral', className ?? 'h-4 w-full')} />
  );
}

export type SkeletonRowsProps = { rows?: number; label: string };

/** Lines in the shape of a table, with words for those who cannot see them. */
export function SkeletonRows({ rows = 8, label }: SkeletonRowsProps) {
  return (
    <div role="status" className="flex flex-col gap-3 py-2">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <Skeleton key={row} className={cx('h-9', row % 3 === 2 ? 'w-11/12' : 'w-full')} />
      ))}
    </div>
  );
}
