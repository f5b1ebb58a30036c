'use client';

import { parseAsInteger, useQueryState } from 'nuqs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useItem } from '#components/api/use-item.ts';
import { useJobItems } from '#components/api/use-job-items.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { CorrectButton, CorrectItem } from '#components/correction/correct-item.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { SidePanel } from '#components/ui/side-panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Item, Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { ActionProblem } from './action-problem.tsx';
import { ItemDetails } from './item-details.tsx';
import { ItemFilters } from './item-filters.tsx';
import { ItemsTable } from './items-table.tsx';
import { useItemFilters } from './use-item-filters.ts';
import { useProgressWindow } from './use-progress-window.tsx';
import { useRetry } from './use-retry.ts';

const PER_PAGE = 50;

/** The items of a job, filtered and paged by the server; one opens in a panel at the side. */
export function ItemsTab({ job }: { job: Job }) {
  const t = useTranslations('batches.items');
  const common = useTranslations('common');
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
      {items.isError ? <LoadError query={items} /> : null}
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
        {shown ? <ShownItem key={shown.position} job={job} position={shown.position} onClose={close} /> : null}
      </SidePanel>
    </div>
  );
}

/** One item, and the way to put it right when it failed. */
function ShownItem({ job, position, onClose }: { job: Job; position: number; onClose: () => void }) {
  const status = useItem(job.id, position).data?.status;
  const mayControl = useMayDo('batch:control');
  const [correcting, setCorrecting] = useState(false);
  const { open } = useProgressWindow();
  const { start, pending, error } = useRetry(job.id, (jobId) => {
    onClose();
    open(jobId);
  });
  const failed = status === 'failed' || status === 'cancelled';
  const mayCorrect = mayControl && job.operation === 'import' && isFinal(job.status) && failed;
  return (
    <div className="flex flex-col gap-4">
      {error ? <ActionProblem error={error} /> : null}
      {mayCorrect && correcting ? (
        <CorrectItem
          jobId={job.id}
          position={position}
          onAgain={() => start([position])}
          pendingAgain={pending !== null}
          onClose={() => setCorrecting(false)}
        />
      ) : (
        <>
          {mayCorrect ? (
            <div>
              <CorrectButton isEnded onPress={() => setCorrecting(true)} />
            </div>
          ) : null}
          <ItemDetails jobId={job.id} position={position} />
        </>
      )}
    </div>
  );
}

function pageTo(go: (cursor: string) => void, cursor: string | null): (() => void) | null {
  return cursor === null ? null : () => go(cursor);
}
