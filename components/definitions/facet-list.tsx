'use client';

import { useState } from 'react';
import { CheckboxGroup } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { cx } from '#components/ui/cx.ts';
import { SearchField } from '#components/ui/search-field.tsx';
import type { FacetOption } from './facet-options.ts';
import type { Facet } from './use-definition-view.ts';
import { useFacetLabel } from './use-facet-label.ts';

/** From here on a list is easier to search than to read. */
const SEARCH_FROM = 10;

export type FacetListProps = {
  facet: Facet;
  options: readonly FacetOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  className?: string;
};

/** The alternatives of one filter as boxes with counts; long lists can be searched. */
export function FacetList({ facet, options, selected, onChange, className }: FacetListProps) {
  const t = useTranslations();
  const format = useFormat();
  const label = useFacetLabel();
  const [words, setWords] = useState('');
  const name = t(`definitions.facet.${facet}`);
  const wanted = words.trim().toLowerCase();
  const shown = options.filter(({ value }) => label(facet, value).toLowerCase().includes(wanted));
  return (
    <div className={cx('flex min-h-0 flex-col gap-1', className)}>
      {options.length >= SEARCH_FROM ? (
        <SearchField
          label={t('definitions.grid.filterOptions', { facet: name })}
          value={words}
          onChange={setWords}
          className="m-1"
        />
      ) : null}
      {shown.length === 0 ? (
        <p className="p-2 text-sm text-ink-muted">
          {options.length === 0 ? t('common.nothingToChoose') : t('definitions.grid.noOption')}
        </p>
      ) : null}
      <CheckboxGroup
        aria-label={name}
        value={[...selected]}
        onChange={onChange}
        className="flex min-h-0 flex-col overflow-auto"
      >
        {shown.map(({ value, count }) => (
          <Checkbox
            key={value}
            value={value}
            className="rounded-sm px-1.5 py-1 hover:bg-accent-soft [&>span:last-child]:grow"
          >
            <span className="flex justify-between gap-3">
              <span className="min-w-0 break-words">{label(facet, value)}</span>
              <span className="shrink-0 text-ink-muted">{format.number(count)}</span>
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
    </div>
  );
}
