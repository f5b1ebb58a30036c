'use client';

import { Upload } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useBatches } from '#components/api/use-batches.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { BatchFilters } from './batch-filters.tsx';
import { BatchTable } from './batch-table.tsx';
import { LiveSwitch } from './live-switch.tsx';
import { useBatchFilters } from './use-batch-filters.ts';
import { useFrozen } from './use-frozen.ts';
import { useLiveUpdates } from './use-live-updates.ts';

/** All batches one may see, newest first, moving while they run. */
export function BatchesPage() {
  const t = useTranslations('batches');
  const common = useTranslations('common');
  const mayStart = useMayDo('batch:start');
  const filters = useBatchFilters();
  const [live, setLive] = useLiveUpdates();
  const batches = useBatches(filters.query);
  const page = useFrozen(batches.data, JSON.stringify(filters.query), !live);
  return (
    <>
      <PageHeader
        title={t('title')}
        context={t('lead')}
        actions={
          mayStart ? (
            <LinkButton variant="primary" href="/import" icon={<Upload aria-hidden size={16} />}>
              {t('list.start')}
            </LinkButton>
          ) : null
        }
      />
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <BatchFilters filters={filters} />
          <LiveSwitch live={live} onChange={setLive} />
        </div>
        {batches.isPending ? <SkeletonRows rows={8} label={common('loading')} /> : null}
        {batches.isError && !page ? <LoadError query={batches} /> : null}
        {page?.items.length === 0 ? (
          filters.active > 0 ? (
            <EmptyState
              title={t('list.noMatch')}
              action={<Button onPress={filters.clear}>{common('clearFilters')}</Button>}
            >
              {t('list.noMatchText')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('list.none')}
              action={mayStart ? <LinkButton href="/import">{t('list.start')}</LinkButton> : null}
            >
              {t('list.noneText')}
            </EmptyState>
          )
        ) : null}
        {page && page.items.length > 0 ? (
          <>
            <BatchTable batches={page.items} live={live} />
            <Pagination
              label={common('pages')}
              previousLabel={common('previous')}
              nextLabel={common('next')}
              summary={t('list.count', { count: page.total })}
              onPrevious={pageTo(filters.setCursor, page.previousCursor)}
              onNext={pageTo(filters.setCursor, page.nextCursor)}
            />
          </>
        ) : null}
      </div>
    </>
  );
}

function pageTo(go: (cursor: string) => void, cursor: string | null): (() => void) | null {
  return cursor === null ? null : () => go(cursor);
}
