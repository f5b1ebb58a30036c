'use client';

import { useTranslations } from 'use-intl';
import type { DefinitionSort } from '#components/api/use-definitions.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Select } from '#components/ui/select.tsx';
import { pageState } from './selection.ts';
import { type DefinitionView, SORTS } from './use-definition-view.ts';
import type { RowSelection } from './use-row-selection.ts';

export type GridToolbarProps = {
  view: DefinitionView;
  rowIds: readonly string[];
  total: number;
  selection: RowSelection | null;
};

/** The line over the rows. Always there, so that nothing moves when it starts to speak about a selection. */
export function GridToolbar({ view, rowIds, total, selection }: GridToolbarProps) {
  const t = useTranslations('definitions.grid');
  const sorts = SORTS.filter((sort) => sort !== 'relevance' || Boolean(view.filter.q));
  return (
    <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
      <div className="contents min-h-8 items-center gap-x-2 md:flex md:flex-wrap">
        <p role="status" className="text-ink-muted">
          {t('found', { count: total })}
        </p>
        {selection ? <SelectAll rowIds={rowIds} total={total} selection={selection} /> : null}
      </div>
      <Select<DefinitionSort>
        label={t('sortBy')}
        hideLabel
        className="w-44 md:hidden"
        options={sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
        value={view.effectiveSort}
        onChange={view.setSort}
      />
    </div>
  );
}

type SelectAllProps = { rowIds: readonly string[]; total: number; selection: RowSelection };

/** Once the whole page is chosen: the way from this page to everything that matches. */
function SelectAll({ rowIds, total, selection }: SelectAllProps) {
  const t = useTranslations('definitions.selection');
  const format = useFormat();
  const { state } = selection;
  if (state.mode === 'filter') {
    if (state.excluded.size > 0) return null;
    return (
      <span className="font-medium max-md:order-last max-md:w-full">
        {t('allSelected', { count: format.number(state.total) })}
      </span>
    );
  }
  if (pageState(state, rowIds) !== 'all' || total <= rowIds.length) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-2 max-md:order-last max-md:w-full">
      <span className="font-medium">{t('pageSelected', { count: format.number(rowIds.length) })}</span>
      <button
        type="button"
        onClick={() => selection.selectAll(total)}
        className="min-h-8 rounded-sm font-medium text-accent underline underline-offset-2 hover:text-accent-hover"
      >
        {t('selectAll', { count: format.number(total) })}
      </button>
    </span>
  );
}
