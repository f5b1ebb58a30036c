'use client';

import { useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import { PageTitle } from '#components/shell/page-title.tsx';
import { type TabEntry, Tabs } from '#components/ui/tabs.tsx';
import type { Batch } from '#contract/batches.ts';
import { BatchReportTab } from './batch-report-tab.tsx';
import { BatchSummary } from './batch-summary.tsx';
import { JobList } from './job-list.tsx';
import { useMovingBatch } from './use-moving-batch.ts';

/** A batch of several jobs: all of them together, each with its own line, and the report over all. */
export function SeveralJobs({ batch: fetched }: { batch: Batch }) {
  const t = useTranslations('batches.several');
  const [chosen, setChosen] = useQueryState('tab');
  const batch = useMovingBatch(fetched);
  const tabs: TabEntry[] = [
    { id: 'jobs', label: t('list'), count: batch.jobs.length, content: <JobList batch={batch} /> },
    { id: 'report', label: t('report'), content: <BatchReportTab batch={batch} /> },
  ];
  return (
    <>
      <PageTitle title={batch.name} />
      <BatchSummary batch={batch} />
      <Tabs
        label={t('tabs')}
        tabs={tabs}
        selected={chosen === 'report' ? 'report' : 'jobs'}
        onChange={(tab) => void setChosen(tab === 'jobs' ? null : tab, { history: 'push' })}
      />
    </>
  );
}
