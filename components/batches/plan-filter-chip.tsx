'use client';

import { useFormat } from '#components/i18n/use-format.ts';
import { cx } from '#components/ui/cx.ts';

export type FilterChipProps = { name: string; count: number; on: boolean; onPress: () => void };

/** One way to narrow a plan, with how many there are. */
export function FilterChip({ name, count, on, onPress }: FilterChipProps) {
  const format = useFormat();
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onPress}
      className={cx(
        'inline-flex min-h-9 items-center gap-2 rounded-full border px-3 text-sm transition-colors',
        on
          ? 'border-accent bg-accent font-medium text-accent-ink'
          : 'border-line-strong bg-raised text-ink hover:border-ink-muted',
      )}
    >
      {name}
      <span className={cx('font-semibold', on ? '' : 'text-ink-muted')}>{format.number(count)}</span>
    </button>
  );
}
