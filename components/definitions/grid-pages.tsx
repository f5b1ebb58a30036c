'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { announce } from '#components/ui/live-region.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Select } from '#components/ui/select.tsx';
import type { DefinitionPage } from '#contract/definitions.ts';
import { type DefinitionView, PAGE_SIZES } from './use-definition-view.ts';

/** Previous and next by cursor, where one is, and how many rows a page has. */
export function GridPages({ view, page }: { view: DefinitionView; page: DefinitionPage }) {
  const t = useTranslations('definitions.grid');
  const c = useTranslations('common');
  const format = useFormat();
  const { previousCursor, nextCursor, total, items } = page;
  // By cursor nobody counts the rows before these; the number of the page in the URL does, once its rows are there.
  const [shown, setShown] = useState({ page, number: view.page });
  if (shown.page !== page) setShown({ page, number: view.page });
  const first = Math.min((shown.number - 1) * view.limit + 1, total);
  const from = format.number(first);
  const to = format.number(Math.min(first + items.length - 1, total));
  const go = (cursor: string, number: number) => {
    view.goTo(cursor, number);
    window.scrollTo({ top: 0 });
    announce(t('page', { page: String(Math.max(1, number)) }));
  };
  return (
    <Pagination
      label={c('pages')}
      previousLabel={c('previous')}
      nextLabel={c('next')}
      summary={t('range', { from, to, total: format.number(total) })}
      onPrevious={previousCursor === null ? null : () => go(previousCursor, shown.number - 1)}
      onNext={nextCursor === null ? null : () => go(nextCursor, shown.number + 1)}
    >
      <Select
        label={t('pageSize')}
        hideLabel
        className="min-w-36"
        options={PAGE_SIZES.map((size) => ({
          value: String(size),
          label: t('pageSizeOption', { count: String(size) }),
        }))}
        value={String(view.limit)}
        onChange={(value) => view.setLimit(PAGE_SIZES.find((size) => String(size) === value) ?? 50)}
      />
    </Pagination>
  );
}
