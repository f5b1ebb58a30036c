'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useItemFacets } from '#components/api/use-item-facets.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { SearchField } from '#components/ui/search-field.tsx';
import { Select } from '#components/ui/select.tsx';
import type { Job } from '#contract/jobs.ts';
import type { ItemFacets } from '#contract/quality.ts';
import { VERDICTS } from '#domain/definition.ts';
import { DECISIONS, IMPORT_REASONS } from '#domain/plan.ts';
import { FilterChip } from './plan-filter-chip.tsx';
import { whatOf } from './selection-sentence.tsx';
import { useCodeText } from './use-code-text.ts';
import type { PlanFilterState } from './use-plan-filters.ts';

export type PlanFiltersProps = {
  job: Job;
  filters: PlanFilterState;
  /** What can be done with everything they show. */
  action?: ReactNode;
};

const ALL = 'all';

/** One chip for each decision that occurs, with its count; then why, how good and by which rule, and a search. */
export function PlanFilters({ job, filters, action = null }: PlanFiltersProps) {
  const { filter, set, clear } = filters;
  const t = useTranslations('batches.plan');
  const decisions = useTranslations('statuses.decision');
  const facets = useItemFacets(job.id, filter).data;
  const reasons = useTranslations('batches.plan.reasonShort');
  const what = whatOf(job);
  const plan = job.plan ?? {};
  const isNarrowed = Object.keys(filter).length > 0;
  const others = Object.keys(filter).some((name) => name !== 'decision');
  const countOf = (decision: (typeof DECISIONS)[number]) =>
    others && facets ? counted(facets.decision, decision) : (plan[decision] ?? 0);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <fieldset className="flex min-w-0 flex-wrap gap-2">
          <legend className="sr-only">{t('filter')}</legend>
          <FilterChip name={t('all')} count={job.total} on={!isNarrowed} onPress={clear} />
          {DECISIONS.filter((decision) => (plan[decision] ?? 0) > 0).map((decision) => (
            <FilterChip
              key={decision}
              name={decision === 'update' && what ? reasons(`to_${what}`) : decisions(decision)}
              count={countOf(decision)}
              on={filter.decision === decision}
              onPress={() => set({ decision: filter.decision === decision ? null : decision })}
            />
          ))}
        </fieldset>
        {action}
      </div>
      <Menus filters={filters} facets={facets} />
    </div>
  );
}

function counted(facet: readonly { value: string; count: number }[], value: string): number {
  return facet.find((one) => one.value === value)?.count ?? 0;
}

function Menus({ filters: { filter, set }, facets }: { filters: PlanFilterState; facets: ItemFacets | undefined }) {
  const t = useTranslations('batches.plan');
  const verdicts = useTranslations('statuses.verdict');
  const reasons = useTranslations('batches.plan.reasonShort');
  const codeText = useCodeText();
  const format = useFormat();
  const option = (value: string, label: string, count: number) => ({
    value,
    label: `${label} (${format.number(count)})`,
  });
  const options = (
    facet: keyof ItemFacets,
    any: string,
    chosen: string | undefined,
    name: (value: string) => string | null,
  ) => {
    const there = facets?.[facet] ?? [];
    // What is chosen stays on the list when the other filters leave nothing of it.
    const all =
      chosen && !there.some(({ value }) => value === chosen) ? [...there, { value: chosen, count: 0 }] : there;
    return [
      { value: ALL, label: any },
      ...all.flatMap(({ value, count }) => {
        const label = name(value);
        return label === null ? [] : [option(value, label, count)];
      }),
    ];
  };
  const known = <T extends string>(list: readonly T[], value: string): T | null =>
    list.find((one) => one === value) ?? null;
  const reason = filter.reason?.length === 1 ? filter.reason[0] : undefined;
  return (
    <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      <Select
        label={t('why')}
        hideLabel
        options={options('reason', t('anyReason'), reason, (value) => {
          const one = known(IMPORT_REASONS, value);
          return one && reasons(one);
        })}
        value={reason ?? ALL}
        onChange={(value) => {
          const one = known(IMPORT_REASONS, value);
          set({ reason: one && [one] });
        }}
        className="min-w-0 sm:w-56"
      />
      <Select
        label={t('verdict')}
        hideLabel
        options={options('verdict', t('anyVerdict'), filter.verdict, (value) => {
          const one = known(VERDICTS, value);
          return one && verdicts(one);
        })}
        value={filter.verdict ?? ALL}
        onChange={(value) => set({ verdict: known(VERDICTS, value) })}
        className="min-w-0 sm:w-48"
      />
      <Select
        label={t('rule')}
        hideLabel
        options={options('rule', t('anyRule'), filter.rule, codeText)}
        value={filter.rule ?? ALL}
        onChange={(value) => set({ rule: value === ALL ? null : value })}
        className="col-span-2 min-w-0 sm:w-72"
      />
      <SearchField
        label={t('search')}
        value={filter.q ?? ''}
        onChange={(q) => set({ q: q || null })}
        placeholder={t('searchShort')}
        className="col-span-2 sm:w-48 sm:grow"
      />
    </div>
  );
}
