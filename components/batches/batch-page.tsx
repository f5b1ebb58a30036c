'use client';

import { useQueryState } from 'nuqs';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { LoadError } from '#components/api/load-error.tsx';
import { useBatch } from '#components/api/use-batch.ts';
import { useLiveJob } from '#components/api/use-live-job.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { RedactionPlan } from '#components/redaction/redaction-plan.tsx';
import { PageTitle } from '#components/shell/page-title.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
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
import { JobNavigation } from './job-navigation.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { PlanView } from './plan-view.tsx';
import { SeveralJobs } from './several-jobs.tsx';
import { TimelineLabel, TimelineTab } from './timeline-tab.tsx';

/** One batch: its one job, or all of them, or the chosen one; live while it runs, the same page afterwards. */
export function BatchPage({ id }: { id: string }) {
  const t = useTranslations('batches.page');
  const common = useTranslations('common');
  const batch = useBatch(id);
  const [chosen] = useQueryState('job');
  useFocusAfterChoice(chosen);
  const jobs = batch.data?.jobs ?? [];
  const job = jobs.length === 1 ? jobs[0] : jobs.find((one) => one.id === chosen);
  if (batch.data && job) return <LiveJob key={job.id} batch={batch.data} job={job} />;
  if (batch.data && jobs.length > 0) return <SeveralJobs batch={batch.data} />;
  if (batch.isPending) return <SkeletonRows rows={6} label={common('loading')} />;
  if (batch.error instanceof ApiProblem && (batch.error.status === 404 || batch.error.status === 400)) {
    return (
      <>
        <PageHeader title={t('notFoundTitle')} />
        <EmptyState title={t('notFound')} action={<LinkButton href="/batches">{t('toList')}</LinkButton>} />
      </>
    );
  }
  return <LoadError query={batch} />;
}

/** Another job on the same page is as good as another page: reading goes on at its top. */
function useFocusAfterChoice(chosen: string | null): void {
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen) return;
    before.current = chosen;
    document.getElementById('content')?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [chosen]);
}

function LiveJob({ batch, job }: { batch: Batch; job: Job }) {
  const live = useLiveJob(job.id);
  return <BatchOf batch={batch} job={live.data ?? job} />;
}

function BatchOf({ batch, job }: { batch: Batch; job: Job }) {
  const t = useTranslations('batches.page');
  const format = useFormat();
  const [chosen, setChosen] = useQueryState('tab');
  const mayAudit = useMayDo('audit:read');
  const [refused, setRefused] = useState<unknown>(null);
  const alone = batch.jobs.length === 1;
  const decides = job.status === 'awaiting_confirmation';
  const plan =
    job.operation === 'redact' ? (
      <RedactionPlan key={job.id} job={job} />
    ) : (
      <PlanView key={job.id} job={job} onRefused={setRefused} />
    );
  const tabs: TabEntry[] = [
    { id: 'overview', label: t('overview'), content: <OverviewTab job={job} /> },
    ...(decides ? [{ id: 'plan', label: t('plan'), content: plan }] : []),
    {
      id: 'items',
      label: t('items'),
      count: job.total > 0 ? format.number(job.total) : undefined,
      content: <ItemsTab job={job} />,
    },
    { id: 'timeline', label: <TimelineLabel />, content: <TimelineTab key={job.id} job={job} /> },
    ...(mayAudit ? [{ id: 'events', label: t('events'), content: <EventsTab job={job} /> }] : []),
    { id: 'files', label: t('files'), count: fileCount(job), content: <FilesTab job={job} /> },
  ];
  const first = decides ? 'plan' : 'overview';
  const selected = tabs.some((tab) => tab.id === chosen) && chosen ? chosen : first;
  return (
    <>
      <PageTitle title={alone ? batch.name : job.name} />
      {alone ? null : <JobNavigation batch={batch} job={job} />}
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
