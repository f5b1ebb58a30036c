'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { RemovableChip } from '#components/ui/chip.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { Select } from '#components/ui/select.tsx';
import { VERDICTS } from '#domain/definition.ts';
import { ITEM_OUTCOMES } from '#domain/item-outcome.ts';
import { DECISIONS } from '#domain/plan.ts';
import { useCodeText } from './use-code-text.ts';
import type { ItemFilterState } from './use-item-filters.ts';

const ALL = 'all';
const TYPING_MS = 300;

/** One choice per kind, a search box, and a chip for a code one came with. */
export function ItemFilters({ filters }: { filters: ItemFilterState }) {
  const t = useTranslations('batches.items');
  const statuses = useTranslations('statuses');
  const common = useTranslations('common');
  const codeText = useCodeText();
  const { values, set } = filters;
  const [text, setText] = useState(values.q ?? '');
  useEffect(() => {
    if (text === (values.q ?? '')) return;
    const timer = setTimeout(() => set({ q: text || null }), TYPING_MS);
    return () => clearTimeout(timer);
  });
  const options = <T extends string>(list: readonly T[], name: (value: T) => string) => [
    { value: ALL as T | typeof ALL, label: common('all') },
    ...list.map((value) => ({ value: value as T | typeof ALL, label: name(value) })),
  ];
  const chosen = <T extends string>(value: T | typeof ALL): T | null => (value === ALL ? null : value);
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SearchField label={t('search')} value={text} onChange={setText} className="w-72 max-sm:w-full" />
      <Select
        label={t('outcome')}
        options={options(ITEM_OUTCOMES, (value) => statuses(`item.${value}`))}
        value={values.status ?? ALL}
        onChange={(value) => set({ status: chosen(value) })}
        className="w-44 max-sm:grow"
      />
      <Select
        label={t('decision')}
        options={options(DECISIONS, (value) => statuses(`decision.${value}`))}
        value={values.decision ?? ALL}
        onChange={(value) => set({ decision: chosen(value) })}
        className="w-44 max-sm:grow"
      />
      <Select
        label={t('verdict')}
        options={options(VERDICTS, (value) => statuses(`verdict.${value}`))}
        value={values.verdict ?? ALL}
        onChange={(value) => set({ verdict: chosen(value) })}
        className="w-44 max-sm:grow"
      />
      <div className="flex min-h-10 flex-wrap items-center gap-2">
        {values.rule ? (
          <RemovableChip removeLabel={t('removeRule')} onRemove={() => set({ rule: null })}>
            {codeText(values.rule)}
          </RemovableChip>
        ) : null}
        {filters.active > 0 ? (
          <Button
            variant="quiet"
            size="small"
            onPress={() => {
              setText('');
              filters.clear();
            }}
          >
            {common('clearFilters')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
