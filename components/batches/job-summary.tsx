'use client';

import { useTranslations } from 'use-intl';
import { useReport } from '#components/api/use-report.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { ProvenanceNote } from '#components/provenance/provenance-note.tsx';
import { Stat } from '#components/ui/card.tsx';
import type { Job } from '#contract/jobs.ts';
import { ErrorGroups } from './error-groups.tsx';
import { JobBar } from './job-bar.tsx';
import { JobFindings } from './job-findings.tsx';
import { OutcomeBanner } from './outcome-banner.tsx';
import { OutcomeLegend } from './outcome-legend.tsx';
import { useJobWords } from './use-job-words.ts';

const SHOWN_ERRORS = 5;

/** What became of a job that has ended: the window's last view. The whole of it is on the page of the batch. */
export function JobSummary({ job, onLeave }: { job: Job; onLeave?: () => void }) {
  const t = useTranslations('batches');
  return (
    <div className="flex flex-col gap-5">
      <OutcomeBanner job={job} />
      <ProvenanceNote provenance={job.provenance} />
      <JobFindings findings={job.findings} />
      {job.total > 0 ? (
        <div className="flex flex-col gap-2">
          <JobBar job={job} />
          <OutcomeLegend counts={job} />
        </div>
      ) : null}
      <SummaryNumbers job={job} />
      {job.topErrors.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold">{t('errors.title')}</h3>
          <ErrorGroups job={job} groups={job.topErrors.slice(0, SHOWN_ERRORS)} {...(onLeave ? { onLeave } : {})} />
        </section>
      ) : null}
    </div>
  );
}

function SummaryNumbers({ job }: { job: Job }) {
  const t = useTranslations('batches.numbers');
  const format = useFormat();
  const words = useJobWords();
  const { data: report } = useReport(job.id);
  const none = t('none');
  return (
    <dl className="grid [&_dd]:text-base grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
      <Stat label={t('processed')} value={format.number(job.processed - job.cancelled)} />
      <Stat label={t('successRate')} value={report ? words.share(report.successRate) : none} />
      <Stat label={t('duration')} value={report ? format.duration(report.timings.totalMs) : none} />
      <Stat label={t('rate')} value={report ? words.rate(report.throughput) : none} />
    </dl>
  );
}
