'use client';

import { FileDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useBatchReport } from '#components/api/use-batch-report.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { buttonClass } from '#components/ui/button.tsx';
import { Card, Stat } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Batch } from '#contract/batches.ts';
import type { BatchReport } from '#contract/reports.ts';
import { BatchReportJobs } from './batch-report-jobs.tsx';
import { itemsLink } from './links.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { ReportErrors } from './report-errors.tsx';
import { useJobWords } from './use-job-words.ts';

/** The report over all jobs of a batch; while one is at work its figures move along. */
export function BatchReportTab({ batch }: { batch: Batch }) {
  const common = useTranslations('common');
  const report = useBatchReport(batch.id);
  if (report.data) return <Report batch={batch} report={report.data} />;
  if (report.isPending) return <SkeletonRows rows={6} label={common('loading')} />;
  return <LoadError query={report} />;
}

function Report({ batch, report }: { batch: Batch; report: BatchReport }) {
  const t = useTranslations('batches.several');
  const titles = useTranslations('batches.report');
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-ink-muted">{report.finishedAt === null ? t('provisional') : null}</p>
        <Downloads batch={batch} />
      </div>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        <Card title={titles('totals')}>
          <OutcomeTable totals={report.totals} />
        </Card>
        <Card title={titles('speed')} className="self-start">
          <Times report={report} />
        </Card>
      </div>
      <BatchReportJobs report={report} />
      {report.errors.length > 0 ? (
        <Card title={titles('errors')}>
          <ReportErrors
            errors={report.errors}
            // Examples come from the first of its jobs; that one's items are shown, the others are in the table above.
            linkOf={(rule, { examples }) => itemsLink({ id: examples[0]?.jobId ?? '', batchId: batch.id }, { rule })}
            note={({ jobs }) => t('inJobs', { count: jobs })}
          />
        </Card>
      ) : null}
    </div>
  );
}

function Times({ report }: { report: BatchReport }) {
  const t = useTranslations('batches');
  const format = useFormat();
  const words = useJobWords();
  const { elapsedMs, workMs } = report.timings;
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
      <Stat label={t('several.elapsed')} value={elapsedMs === null ? t('numbers.none') : format.duration(elapsedMs)} />
      <Stat label={t('several.work')} value={format.duration(workMs)} />
      <Stat label={t('numbers.successRate')} value={words.share(report.successRate)} />
      <Stat label={t('several.list')} value={format.number(report.jobs.length)} />
    </dl>
  );
}

function Downloads({ batch }: { batch: Batch }) {
  const t = useTranslations('batches.report');
  const look = buttonClass('secondary', 'small');
  return (
    <div className="flex flex-wrap gap-2">
      <a href={`/api/v1/batches/${batch.id}/report.csv`} download className={look}>
        <FileDown aria-hidden size={16} />
        {t('csv')}
      </a>
      <a href={`/api/v1/batches/${batch.id}/report`} download={`${batch.name}-report.json`} className={look}>
        <FileDown aria-hidden size={16} />
        {t('json')}
      </a>
    </div>
  );
}
