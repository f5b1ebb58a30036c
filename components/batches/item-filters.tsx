'use client';

import { useTranslations } from 'use-intl';
import { useItemFacets } from '#components/api/use-item-facets.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { RemovableChip } from '#components/ui/chip.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { Select } from '#components/ui/select.tsx';
import { useTypedWords } from '#components/ui/use-typed-words.ts';
import type { ItemFacets } from '#contract/quality.ts';
import { VERDICTS } from '#domain/definition.ts';
import { SEVERITIES } from '#domain/finding.ts';
import { ITEM_OUTCOMES } from '#domain/item-outcome.ts';
import { DECISIONS } from '#domain/plan.ts';
import { scorePoints } from '#domain/score-points.ts';
import { FilterChip } from './plan-filter-chip.tsx';
import { useCodeText } from './use-code-text.ts';
import type { ItemFilterState } from './use-item-filters.ts';

const ALL = 'all';
const TYPING_MS = 300;

export type ItemFiltersProps = { jobId: string; filters: ItemFilterState };

/** What the items are narrowed by: chips for the verdict, one choice for each other kind, all with how many they would give. */
export function ItemFilters({ jobId, filters }: ItemFiltersProps) {
  const t = useTranslations('batches.items');
  const statuses = useTranslations('statuses');
  const codeText = useCodeText();
  const facets = useItemFacets(jobId, filters.filter).data;
  const { values, set } = filters;
  const rules = facets?.rule.map(({ value }) => value) ?? [];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <ItemSearch q={values.q ?? ''} onChange={(q) => set({ q: q || null })} />
        <FacetSelect
          label={t('outcome')}
          values={ITEM_OUTCOMES}
          counts={facets?.status}
          name={(value) => statuses(`item.${value}`)}
          value={values.status}
          onChange={(status) => set({ status })}
        />
        <FacetSelect
          label={t('decision')}
          values={DECISIONS}
          counts={facets?.decision}
          name={(value) => statuses(`decision.${value}`)}
          value={values.decision}
          onChange={(decision) => set({ decision })}
        />
        <FacetSelect
          label={t('severity')}
          values={SEVERITIES}
          counts={facets?.severity}
          name={(value) => statuses(`severity.${value}`)}
          value={values.severity}
          onChange={(severity) => set({ severity })}
        />
        <FacetSelect
          label={t('rule')}
          values={values.rule && !rules.includes(values.rule) ? [values.rule, ...rules] : rules}
          counts={facets?.rule}
          name={(value) => `${value} · ${codeText(value)}`}
          value={values.rule}
          onChange={(rule) => set({ rule })}
          wide
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="sr-only">{t('verdict')}</legend>
          {VERDICTS.map((verdict) => (
            <FilterChip
              key={verdict}
              name={statuses(`verdict.${verdict}`)}
              count={countOf(facets?.verdict, verdict)}
              on={values.verdict === verdict}
              onPress={() => set({ verdict: values.verdict === verdict ? null : verdict })}
            />
          ))}
        </fieldset>
        <ActiveOnes filters={filters} />
      </div>
    </div>
  );
}

/** What a link of a chart narrowed to, and all at once. */
function ActiveOnes({ filters }: { filters: ItemFilterState }) {
  const t = useTranslations('batches.items');
  const common = useTranslations('common');
  const quality = useTranslations('quality');
  const codeText = useCodeText();
  const { values, set } = filters;
  const { minScore, maxScore } = values;
  const points = (score: number | null, other: number) => String(scorePoints(score ?? other));
  return (
    <>
      {values.rule ? (
        <RemovableChip removeLabel={t('removeRule')} onRemove={() => set({ rule: null })}>
          {codeText(values.rule)}
        </RemovableChip>
      ) : null}
      {minScore !== null || maxScore !== null ? (
        <RemovableChip removeLabel={t('removeScore')} onRemove={() => set({ minScore: null, maxScore: null })}>
          {t('scoreBetween', { from: points(minScore, 0), to: points(maxScore, 1) })}
        </RemovableChip>
      ) : null}
      {values.failsIn ? (
        <RemovableChip removeLabel={quality('removeFailsIn')} onRemove={() => set({ failsIn: null })}>
          {quality('failsIn', { category: quality(`category.${values.failsIn}`) })}
        </RemovableChip>
      ) : null}
      {filters.active > 0 ? (
        <Button variant="quiet" size="small" onPress={filters.clear}>
          {common('clearFilters')}
        </Button>
      ) : null}
    </>
  );
}

function ItemSearch({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const t = useTranslations('batches.items');
  const { text, setText } = useTypedWords({ asked: q, onAsk: onChange, pauseMs: TYPING_MS });
  return <SearchField label={t('search')} value={text} onChange={setText} className="w-68 max-sm:w-full" />;
}

type FacetSelectProps<T extends string> = {
  label: string;
  values: readonly T[];
  counts: ItemFacets['rule'] | undefined;
  name: (value: T) => string;
  value: T | null;
  onChange: (value: T | null) => void;
  wide?: boolean;
};

/** Values that occur, each with its number; the chosen one also when it does not. */
function FacetSelect<T extends string>({
  label,
  values,
  counts,
  name,
  value,
  onChange,
  wide = false,
}: FacetSelectProps<T>) {
  const common = useTranslations('common');
  const t = useTranslations('batches.items');
  const format = useFormat();
  const there = values.filter((one) => one === value || counts === undefined || countOf(counts, one) > 0);
  return (
    <Select
      label={label}
      options={[
        { value: ALL as T | typeof ALL, label: common('all') },
        ...there.map((one) => ({
          value: one as T | typeof ALL,
          label: counts ? t('withCount', { name: name(one), count: format.number(countOf(counts, one)) }) : name(one),
        })),
      ]}
      value={value ?? ALL}
      onChange={(next) => onChange(next === ALL ? null : next)}
      className={wide ? 'w-56 max-sm:w-full' : 'w-36 max-sm:grow'}
    />
  );
}

function countOf(counts: ItemFacets['rule'] | undefined, value: string): number {
  return counts?.find((one) => one.value === value)?.count ?? 0;
}
