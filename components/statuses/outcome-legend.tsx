'use client';

import { Ban, CircleCheck, CircleX, Equal, type LucideIcon, SkipForward } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { cx } from '#components/ui/cx.ts';
import type { ItemCounts, ItemOutcome } from '#domain/item-outcome.ts';

const PARTS = [
  { outcome: 'succeeded', icon: CircleCheck, ink: 'text-success-fill' },
  { outcome: 'unchanged', icon: Equal, ink: 'text-neutral-fill' },
  { outcome: 'skipped', icon: SkipForward, ink: 'text-neutral-fill' },
  { outcome: 'failed', icon: CircleX, ink: 'text-danger-fill' },
  { outcome: 'cancelled', icon: Ban, ink: 'text-neutral-fill' },
] as const satisfies readonly { outcome: ItemOutcome & keyof ItemCounts; icon: LucideIcon; ink: string }[];

/** The words and numbers to a bar of outcomes; an outcome that did not happen is left out. */
export function OutcomeLegend({ counts }: { counts: ItemCounts }) {
  const t = useTranslations('statuses.item');
  const format = useFormat();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-muted">
      {PARTS.filter(({ outcome }) => counts[outcome] > 0).map(({ outcome, icon: Icon, ink }) => (
        <li key={outcome} className="inline-flex items-center gap-1">
          <Icon aria-hidden size={14} className={cx('shrink-0', ink)} />
          <span className="font-medium text-ink">{format.number(counts[outcome])}</span>
          {t(outcome).toLowerCase()}
        </li>
      ))}
    </ul>
  );
}
