'use client';

import { useQueryState } from 'nuqs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { useBatch } from '#components/api/use-batch.ts';
import { useLiveJob } from '#components/api/use-live-job.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { PageTitle } from '#components/shell/page-title.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { type TabEntry, Tabs } from '#components/ui/tabs.tsx';
import type { Batch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { BatchHeader } from './batch-header.tsx';
import { ConfirmProblem } from './confirm-problem.tsx';
import { EventsTab } from './events-tab.tsx';
import { FilesTab } from './files-tab.tsx';
import { ItemsTab } from './items-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { PlanView } from './plan-view.tsx';

/** One batch: live while it runs, the same page afterwards. */
export function BatchPage({ id }: { id: string }) {
  const t = useTranslations('batches.page');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const batch = useBatch(id);
  const jobId = batch.data?.jobs[0]?.id ?? null;
  const live = useLiveJob(jobId);
  const job = live.data ?? batch.data?.jobs[0];
  if (batch.data && job) return <BatchOf batch={batch.data} job={job} />;
  if (batch.isPending) return <SkeletonRows rows={6} label={common('loading')} />;
  if (batch.error instanceof ApiProblem && (batch.error.status === 404 || batch.error.status === 400)) {
    return (
      <>
        <PageHeader title={t('notFoundTitle')} />
        <EmptyState title={t('notFound')} action={<LinkButton href="/batches">{t('toList')}</LinkButton>} />
      </>
    );
  }
  const { title, detail } = problemText(batch.error);
  return (
    <ErrorState title={title} action={<Button onPress={() => void batch.refetch()}>{common('retry')}</Button>}>
      {detail}
    </ErrorState>
  );
}

function BatchOf({ batch, job }: { batch: Batch; job: Job }) {
  const t = useTranslations('batches.page');
  const format = useFormat();
  const [chosen, setChosen] = useQueryState('tab');
  const mayAudit = useMayDo('audit:read');
  const [refused, setRefused] = useState<unknown>(null);
  const decides = job.status === 'awaiting_confirmation';
  const tabs: TabEntry[] = [
    { id: 'overview', label: t('overview'), content: <OverviewTab job={job} /> },
    ...(decides
      ? [{ id: 'plan', label: t('plan'), content: <PlanView key={job.id} job={job} onRefused={setRefused} /> }]
      : []),
    {
      id: 'items',
      label: t('items'),
      count: job.total > 0 ? format.number(job.total) : undefined,
      content: <ItemsTab job={job} />,
    },
    ...(mayAudit ? [{ id: 'events', label: t('events'), content: <EventsTab job={job} /> }] : []),
    { id: 'files', label: t('files'), count: fileCount(job), content: <FilesTab job={job} /> },
  ];
  const first = decides ? 'plan' : 'overview';
  const selected = tabs.some((tab) => tab.id === chosen) && chosen ? chosen : first;
  return (
    <>
      <PageTitle title={batch.name} />
      <BatchHeader batch={batch} job={job} />
      {refused ? (
        <div className="pb-4">
          <ConfirmProblem error={refused} />
        </div>
      ) : null}
      <Tabs
        label={t('tabs')}
        tabs={tabs}
        selected={selected}
        onChange={(tab) => void setChosen(tab === first ? null : tab, { history: 'push' })}
      />
    </>
  );
}

function fileCount(job: Job): number | undefined {
  return job.artifacts.length > 0 ? job.artifacts.length : undefined;
}
