'use client';

import { useTranslations } from 'use-intl';
import { jobLink } from '#components/batches/links.ts';
import { useJobWords } from '#components/batches/use-job-words.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Monitoring, ProcessorView, WatchedJob } from '#contract/monitoring.ts';
import { useAgo } from './use-ago.ts';

export type RunningTableProps = { running: Monitoring['running']; processors: readonly ProcessorView[] };

/** The jobs in the hands of processors, how fast they go and when they last said something. */
export function RunningTable({ running, processors }: RunningTableProps) {
  const t = useTranslations('monitoring.running');
  const more = useTranslations('monitoring');
  const format = useFormat();
  const { jobs, total } = running;
  if (jobs.length === 0) return <p className="text-sm text-ink-muted">{t('none')}</p>;
  return (
    <>
      <Table caption={t('caption')} minWidth={900}>
        <TableHead>
          <HeadCell>{t('job')}</HeadCell>
          <HeadCell>{t('status')}</HeadCell>
          <HeadCell numeric>{t('progress')}</HeadCell>
          <HeadCell numeric>{t('rate')}</HeadCell>
          <HeadCell>{t('left')}</HeadCell>
          <HeadCell>{t('sign')}</HeadCell>
          <HeadCell>{t('processor')}</HeadCell>
          <HeadCell numeric>{t('attempt')}</HeadCell>
        </TableHead>
        <TableBody>
          {jobs.map((job) => (
            <RunningRow key={job.id} job={job} processor={processors.find(({ id }) => id === job.processorId)} />
          ))}
        </TableBody>
      </Table>
      {total > jobs.length ? (
        <p className="pt-2 text-sm text-ink-muted">
          {more('more', { shown: format.number(jobs.length), total: format.number(total) })}
        </p>
      ) : null}
    </>
  );
}

function RunningRow({ job, processor }: { job: WatchedJob; processor: ProcessorView | undefined }) {
  const t = useTranslations('monitoring.running');
  const none = useTranslations('monitoring')('none');
  const operations = useTranslations('statuses.operation');
  const format = useFormat();
  const words = useJobWords();
  const ago = useAgo();
  return (
    <TableRow>
      <RowHeadCell className="max-w-72">
        <Link
          href={jobLink(job, 'timeline')}
          className="break-words underline decoration-line-strong underline-offset-4 hover:text-accent"
        >
          {job.name}
        </Link>
        <span className="block text-xs font-normal text-ink-muted">
          {operations(job.operation)} · {job.organisation} · {words.number(job)}
        </span>
      </RowHeadCell>
      <Cell>
        <JobStatusBadge status={job.status} />
      </Cell>
      <Cell numeric className="whitespace-nowrap">
        {format.percent(job.percent / 100)}
        <span className="block text-xs text-ink-muted">
          {t('done', { done: format.number(job.processed), total: format.number(job.total) })}
        </span>
      </Cell>
      <Cell numeric className="whitespace-nowrap">
        {words.rate(job.throughput)}
      </Cell>
      <Cell>{job.etaSeconds === null ? none : format.remaining(job.etaSeconds)}</Cell>
      <Cell className="whitespace-nowrap">{ago(job.silentSeconds)}</Cell>
      <Cell className="break-words">{processor ? `${processor.host}:${processor.pid}` : t('unknownProcessor')}</Cell>
      <Cell numeric>
        {job.takeovers > 0
          ? t('attempts', { attempt: format.number(job.attempt), takeovers: format.number(job.takeovers) })
          : format.number(job.attempt)}
      </Cell>
    </TableRow>
  );
}
