'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { BatchReport } from '#contract/reports.ts';
import { jobLink } from './links.ts';
import { useJobWords } from './use-job-words.ts';

type Totals = BatchReport['totals'];

/** The outcome of each job of a batch, with their sum as the last row. */
export function BatchReportJobs({ report }: { report: BatchReport }) {
  const t = useTranslations('batches');
  const words = useJobWords();
  return (
    <Table caption={t('several.reportJobs')} showCaption minWidth={880}>
      <TableHead>
        <HeadCell className="w-[26%]">{t('several.job')}</HeadCell>
        <HeadCell>{t('list.status')}</HeadCell>
        <Heads />
      </TableHead>
      <TableBody>
        {report.jobs.map((job) => (
          <TableRow key={job.id}>
            <RowHeadCell>
              <Link
                href={jobLink({ id: job.id, batchId: report.batchId })}
                className="font-medium break-words underline decoration-line-strong underline-offset-4 hover:text-accent"
              >
                {job.name}
              </Link>
            </RowHeadCell>
            <Cell>
              <JobStatusBadge status={job.status} />
            </Cell>
            <Counts totals={job.totals} />
            <Cell numeric>{words.shortTime(job.workMs)}</Cell>
          </TableRow>
        ))}
        <TableRow>
          <RowHeadCell className="font-semibold">{t('report.total')}</RowHeadCell>
          <Cell>
            <JobStatusBadge status={report.status} />
          </Cell>
          <Counts totals={report.totals} />
          <Cell numeric>{words.shortTime(report.timings.workMs)}</Cell>
        </TableRow>
      </TableBody>
    </Table>
  );
}

function Heads() {
  const t = useTranslations('batches.several');
  const items = useTranslations('statuses.item');
  const report = useTranslations('batches.report');
  return (
    <>
      <HeadCell numeric>{report('total')}</HeadCell>
      <HeadCell numeric>{items('succeeded')}</HeadCell>
      <HeadCell numeric>{t('rest')}</HeadCell>
      <HeadCell numeric>{items('failed')}</HeadCell>
      <HeadCell numeric>{items('cancelled')}</HeadCell>
      <HeadCell numeric>{t('rolledBack')}</HeadCell>
      <HeadCell numeric>{items('rollback_conflict')}</HeadCell>
      <HeadCell numeric>{items('pending')}</HeadCell>
      <HeadCell numeric>{t('time')}</HeadCell>
    </>
  );
}

function Counts({ totals }: { totals: Totals }) {
  const format = useFormat();
  const { total, succeeded, unchanged, skipped, failed, cancelled, rolledBack, rollbackConflict, pending } = totals;
  const counts = {
    total,
    succeeded,
    rest: unchanged + skipped,
    failed,
    cancelled,
    rolledBack,
    rollbackConflict,
    pending,
  };
  return Object.entries(counts).map(([name, count]) => (
    <Cell key={name} numeric className={count === 0 ? 'text-ink-muted' : ''}>
      {format.number(count)}
    </Cell>
  ));
}
