'use client';

import { parseAsInteger, useQueryState } from 'nuqs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useJobItems } from '#components/api/use-job-items.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { SidePanel } from '#components/ui/side-panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Item, Job } from '#contract/jobs.ts';
import { ItemDetails } from './item-details.tsx';
import { ItemFilters } from './item-filters.tsx';
import { ItemsTable } from './items-table.tsx';
import { useItemFilters } from './use-item-filters.ts';

const PER_PAGE = 50;

/** The items of a job, filtered and paged by the server; one opens in a panel at the side. */
export function ItemsTab({ job }: { job: Job }) {
  const t = useTranslations('batches.items');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const filters = useItemFilters();
  const items = useJobItems(job.id, { ...filters.query, limit: PER_PAGE });
  const [linked, setLinked] = useQueryState('item', parseAsInteger);
  const [chosen, setShown] = useState<Item | null>(null);
  // A link from elsewhere names one item, wherever it is in the list.
  const shown = chosen ?? (linked === null ? null : { position: linked, term: null });
  const close = () => {
    setShown(null);
    void setLinked(null);
  };
  return (
    <div className="flex flex-col gap-3">
      <ItemFilters jobId={job.id} filters={filters} />
      {items.isPending ? <SkeletonRows rows={8} label={common('loading')} /> : null}
      {items.isError ? (
        <ErrorState
          title={problemText(items.error).title}
          action={<Button onPress={() => void items.refetch()}>{common('retry')}</Button>}
        >
          {problemText(items.error).detail}
        </ErrorState>
      ) : null}
      {items.data?.items.length === 0 ? (
        filters.active > 0 ? (
          <EmptyState title={t('noMatch')} action={<Button onPress={filters.clear}>{common('clearFilters')}</Button>} />
        ) : (
          <EmptyState title={t('none')}>{t('noneYet')}</EmptyState>
        )
      ) : null}
      {items.data && items.data.items.length > 0 ? (
        <>
          <ItemsTable items={items.data.items} withPlan={job.plan !== null} onShow={setShown} />
          <Pagination
            label={common('pages')}
            previousLabel={common('previous')}
            nextLabel={common('next')}
            summary={common('items', { count: items.data.total })}
            onPrevious={pageTo(filters.setCursor, items.data.previousCursor)}
            onNext={pageTo(filters.setCursor, items.data.nextCursor)}
          />
        </>
      ) : null}
      <SidePanel
        isOpen={shown !== null}
        onClose={close}
        title={shown?.term ?? t('item', { position: String((shown?.position ?? 0) + 1) })}
        context={t('item', { position: String((shown?.position ?? 0) + 1) })}
        closeLabel={common('close')}
        wide
      >
        {shown ? <ItemDetails jobId={job.id} position={shown.position} /> : null}
      </SidePanel>
    </div>
  );
}

function pageTo(go: (cursor: string) => void, cursor: string | null): (() => void) | null {
  return cursor === null ? null : () => go(cursor);
}
