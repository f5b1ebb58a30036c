'use client';

import { FileInput, FileOutput } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useBatches } from '#components/api/use-batches.ts';
import { useMayDo, useMe } from '#components/api/use-me.ts';
import { LinkButton } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { CollectionIssues, CollectionQuality } from './collection-quality.tsx';
import { FinishedBatches } from './finished-batches.tsx';
import { FirstBatchGuide } from './first-batch-guide.tsx';
import { RunningBatches } from './running-batches.tsx';
import { WaitingJobs } from './waiting-jobs.tsx';

/** What runs, what waits, what is done, and how good the collection is. */
export function OverviewPage() {
  const t = useTranslations('overview');
  const name = useMe().data?.name ?? '';
  const mayStart = useMayDo('batch:start');
  const mayControl = useMayDo('batch:control');
  const firstDay = useBatches({ limit: 1 }).data?.total === 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        context={firstDay ? t('greetingFirst', { name }) : t('greeting', { name })}
        actions={
          mayStart && !firstDay ? (
            <>
              <LinkButton href="/definitions" icon={<FileOutput aria-hidden size={16} />}>
                {t('exportAction')}
              </LinkButton>
              <LinkButton href="/import" variant="primary" icon={<FileInput aria-hidden size={16} />}>
                {t('importAction')}
              </LinkButton>
            </>
          ) : null
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          {firstDay ? (
            <FirstBatchGuide mayStart={mayStart} />
          ) : (
            <>
              {mayControl ? <WaitingJobs /> : null}
              <RunningBatches />
              <FinishedBatches />
              <CollectionIssues />
            </>
          )}
        </div>
        <CollectionQuality />
      </div>
    </>
  );
}
