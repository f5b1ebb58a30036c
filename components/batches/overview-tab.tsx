'use client';

import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useJobProgress } from '#components/api/use-job-progress.ts';
import { useReport } from '#components/api/use-report.ts';
import { JobApproval } from '#components/approvals/job-approval.tsx';
import { UndoApproval } from '#components/approvals/undo-approval.tsx';
import { ProvenanceNote } from '#components/provenance/provenance-note.tsx';
import { JobQuality } from '#components/quality/job-quality.tsx';
import { Card } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { JobAtWork } from './job-at-work.tsx';
import { JobFindings } from './job-findings.tsx';
import { JobOptions } from './job-options.tsx';
import { OutcomeBanner } from './outcome-banner.tsx';
import { ReportView } from './report-view.tsx';

/** How a batch does, or how it went. */
export function OverviewTab({ job }: { job: Job }) {
  return isFinal(job.status) ? <Ended job={job} /> : <AtWork job={job} />;
}

function AtWork({ job }: { job: Job }) {
  const t = useTranslations('batches.page');
  const { connection } = useJobProgress(job.id);
  return (
    <div className="flex flex-col gap-4">
      <Card title={t('progress')}>
        <JobAtWork job={job} connection={connection} />
      </Card>
      <ProvenanceNote provenance={job.provenance} />
      <JobFindings findings={job.findings} />
      <JobOptions job={job} />
    </div>
  );
}

function Ended({ job }: { job: Job }) {
  const common = useTranslations('common');
  const report = useReport(job.id);
  return (
    <div className="flex flex-col gap-4">
      <OutcomeBanner job={job} />
      <ProvenanceNote provenance={job.provenance} />
      <UndoApproval job={job} />
      <JobApproval job={job} />
      <JobFindings findings={job.findings} />
      {report.data ? <ReportView job={job} report={report.data} /> : null}
      {report.data ? <JobQuality job={job} /> : null}
      {report.isPending ? <SkeletonRows rows={5} label={common('loading')} /> : null}
      {report.isError ? <LoadError query={report} /> : null}
      <JobOptions job={job} />
    </div>
  );
}
