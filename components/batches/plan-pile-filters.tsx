'use client';

import { useTranslations } from 'use-intl';
import { PILES, type Pile } from '#components/statuses/pile.ts';
import { FilterChip } from './plan-filter-chip.tsx';
import type { PileCounts } from './plan-piles.ts';

export type FilterPile = Exclude<Pile, 'skipped'>;

/** The piles of a change of status are there also when they are empty: that nothing is blocked is news too. */
const OF_STATUS: readonly Pile[] = ['passes', 'needs_reason', 'blocked'];

export type PlanPileFiltersProps = {
  counts: PileCounts;
  total: number;
  /** The status changes, so there is a gate. */
  withGate: boolean;
  selected: FilterPile | null;
  onChange: (pile: FilterPile | null) => void;
};

/** A chip for each pile with its count; pressing shows only those. */
export function PlanPileFilters({ counts, total, withGate, selected, onChange }: PlanPileFiltersProps) {
  const t = useTranslations('batches.plan');
  const piles = useTranslations('bulk.plan.pile');
  const shown = PILES.filter((pile): pile is FilterPile => pile !== 'skipped').filter(
    (pile) => (withGate && OF_STATUS.includes(pile)) || counts[pile] > 0,
  );
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-2">
      <legend className="sr-only">{t('filter')}</legend>
      <FilterChip name={t('all')} count={total} on={selected === null} onPress={() => onChange(null)} />
      {shown.map((pile) => (
        <FilterChip
          key={pile}
          name={piles(pile)}
          count={counts[pile]}
          on={selected === pile}
          onPress={() => onChange(selected === pile ? null : pile)}
        />
      ))}
    </fieldset>
  );
}
