'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { RemovableChip } from '#components/ui/chip.tsx';
import type { PlanFilter, Wish } from '#domain/plan-override.ts';
import type { OverrideList } from './override-list.ts';
import { useCodeText } from './use-code-text.ts';

export type PlanWishesProps = {
  list: OverrideList;
  /** How many items each decides in the end; undefined while it is worked out. */
  applied: readonly number[] | undefined;
  onTakeBack: (index: number) => void;
  onTakeBackSingle: () => void;
};

/** What a person decided about many at once, each with how many it decides and a way to take it back. */
export function PlanWishes({ list, applied, onTakeBack, onTakeBackSingle }: PlanWishesProps) {
  const t = useTranslations('batches.plan');
  const format = useFormat();
  const filterText = useFilterText();
  const single = list.filter((one) => 'position' in one).length;
  if (list.length === 0) return null;
  const what = ({ decision, context }: Wish) =>
    decision === 'as_planned'
      ? t('allAsPlanned')
      : t(`will.${decision}`) + (context ? ` ${t('inThisContext', { context: context.value })}` : '');
  return (
    <ul aria-label={t('wishes')} className="flex flex-wrap items-center gap-2">
      {list.map((one, index) => {
        if (!('filter' in one)) return null;
        const count = applied?.[index];
        const text = t('wish', { what: what(one), which: filterText(one.filter) });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a wish is known by its place, which is what decides
          <li key={index} className="max-w-full">
            <RemovableChip removeLabel={t('takeBack', { wish: text })} onRemove={() => onTakeBack(index)}>
              {text}
              {count === undefined || one.decision === 'as_planned' ? '' : ` (${format.number(count)})`}
            </RemovableChip>
          </li>
        );
      })}
      {single > 0 ? (
        <li>
          <RemovableChip
            removeLabel={t('takeBack', { wish: t('single', { count: single }) })}
            onRemove={onTakeBackSingle}
          >
            {t('single', { count: single })}
          </RemovableChip>
        </li>
      ) : null}
    </ul>
  );
}

/** What a filter shows, in words. */
function useFilterText(): (filter: PlanFilter) => string {
  const t = useTranslations('batches.plan');
  const statuses = useTranslations('statuses');
  const reasons = useTranslations('batches.plan.reasonShort');
  const codeText = useCodeText();
  return ({ decision, reason, verdict, rule, severity, q }) => {
    const parts = [
      decision ? statuses(`decision.${decision}`) : null,
      ...(reason ?? []).map((one) => reasons(one)),
      verdict ? statuses(`verdict.${verdict}`) : null,
      rule ? codeText(rule) : null,
      severity ? statuses(`severity.${severity}`) : null,
      q ? `“${q}”` : null,
    ].filter((part) => part !== null);
    return parts.length > 0 ? parts.join(' · ') : t('allItems');
  };
}
