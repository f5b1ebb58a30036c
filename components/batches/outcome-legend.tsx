'use client';

import { Ban, CircleCheck, CircleX, Equal, type LucideIcon, SkipForward, TriangleAlert, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { cx } from '#components/ui/cx.ts';
import type { ItemCounts } from '#domain/item-outcome.ts';
import { countOf, SHOWN_OUTCOMES, type ShownOutcome } from './bar-segments.ts';

const LOOKS: Record<ShownOutcome, { icon: LucideIcon; color: string }> = {
  succeeded: { icon: CircleCheck, color: 'text-success-fill' },
  unchanged: { icon: Equal, color: 'text-neutral-fill' },
  skipped: { icon: SkipForward, color: 'text-neutral-fill' },
  failed: { icon: CircleX, color: 'text-danger-fill' },
  cancelled: { icon: Ban, color: 'text-neutral-fill' },
  rolled_back: { icon: Undo2, color: 'text-neutral-fill' },
  rollback_conflict: { icon: TriangleAlert, color: 'text-warning-fill' },
};

/** Always shown, so that the line does not jump while a job works. */
const ALWAYS: readonly ShownOutcome[] = ['succeeded', 'unchanged', 'skipped', 'failed'];

/** What became of the items: icon, word and number for each part of the bar. */
export function OutcomeLegend({ counts, compact = false }: { counts: ItemCounts; compact?: boolean }) {
  const t = useTranslations('statuses.item');
  const format = useFormat();
  const shown = SHOWN_OUTCOMES.filter(
    (outcome) => countOf(counts, outcome) > 0 || (!compact && ALWAYS.includes(outcome)),
  );
  return (
    <ul className={cx('flex flex-wrap gap-x-4 gap-y-1', compact ? 'text-xs' : 'text-sm')}>
      {shown.map((outcome) => {
        const { icon: Icon, color } = LOOKS[outcome];
        return (
          <li key={outcome} className="flex items-center gap-1.5 whitespace-nowrap text-ink-muted">
            <Icon aria-hidden size={compact ? 13 : 15} className={cx('shrink-0', color)} />
            {t(outcome)}
            <span className="font-semibold text-ink">{format.number(countOf(counts, outcome))}</span>
          </li>
        );
      })}
    </ul>
  );
}
