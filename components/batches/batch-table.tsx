'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useJobProgress } from '#components/api/use-job-progress.ts';
import { useNarrowScreen } from '#components/definitions/use-narrow-screen.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Batch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { JobBar } from './job-bar.tsx';
import { batchLink } from './links.ts';
import { OutcomeLegend } from './outcome-legend.tsx';
import { PlanSentence } from './plan-sentence.tsx';
import { useJobWords } from './use-job-words.ts';
import { useSettled } from './use-settled.ts';

export type BatchTableProps = { batches: readonly Batch[]; live: boolean };

/** Batches as a table, or as cards where a table does not fit. */
export function BatchTable({ batches, live }: BatchTableProps) {
  const t = useTranslations('batches.list');
  const narrow = useNarrowScreen();
  const rows = batches.flatMap((batch) => batch.jobs.map((job) => ({ batch, fetched: job, live })));
  if (narrow) {
    return (
      <ul aria-label={t('caption')} className="flex flex-col gap-3">
        {rows.map((row) => (
          <BatchCard key={row.fetched.id} {...row} />
        ))}
      </ul>
    );
  }
  return (
    <Table caption={t('caption')} minWidth={860}>
      <TableHead>
        <HeadCell className="w-[22%]">{t('name')}</HeadCell>
        <HeadCell>{t('status')}</HeadCell>
        <HeadCell className="w-[30%]">{t('progress')}</HeadCell>
        <HeadCell>{t('by')}</HeadCell>
        <HeadCell>{t('duration')}</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <BatchRow key={row.fetched.id} {...row} />
        ))}
      </TableBody>
    </Table>
  );
}

type RowProps = { batch: Batch; fetched: Job; live: boolean };

/** The job with its newest progress, and the same for numbers that are read. */
function useMovingJob({ fetched, live }: RowProps): { job: Job; settled: Job } {
  const { progress } = useJobProgress(live && !isFinal(fetched.status) ? fetched.id : null);
  const job = progress && progress.seq > fetched.seq ? { ...fetched, ...progress } : fetched;
  return { job, settled: useSettled(job, `${job.id} ${job.status}`) };
}

function BatchName({ batch, job }: { batch: Batch; job: Job }) {
  const statuses = useTranslations('statuses.operation');
  const words = useJobWords();
  return (
    <>
      <Link
        href={batchLink(batch.id)}
        className="font-medium break-words underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
      >
        {batch.name}
      </Link>
      <span className="block text-xs font-normal text-ink-muted">
        {statuses(job.operation)} · {words.number(job)}
      </span>
    </>
  );
}

function BatchCard(row: RowProps) {
  const { job, settled } = useMovingJob(row);
  const format = useFormat();
  return (
    <li className="flex flex-col gap-2 rounded-md border border-line bg-surface p-3 text-sm">
      <div>
        <BatchName batch={row.batch} job={job} />
        <span className="block text-xs text-ink-muted">
          {row.batch.createdBy.name}, {format.dateTime(row.batch.createdAt)}
        </span>
      </div>
      <div>
        <JobStatusBadge status={job.status} />
      </div>
      <Outcome job={job} settled={settled} />
    </li>
  );
}

function BatchRow(row: RowProps) {
  const { batch } = row;
  const t = useTranslations('batches.numbers');
  const format = useFormat();
  const { job, settled } = useMovingJob(row);
  return (
    <TableRow>
      <RowHeadCell className="max-w-80">
        <BatchName batch={batch} job={job} />
      </RowHeadCell>
      <Cell>
        <JobStatusBadge status={job.status} />
      </Cell>
      <Cell>
        <Outcome job={job} settled={settled} />
      </Cell>
      <Cell>
        {batch.createdBy.name}
        <span className="block text-xs whitespace-nowrap text-ink-muted">{format.dateTime(batch.createdAt)}</span>
      </Cell>
      <Cell className="text-ink-muted">
        {job.startedAt && job.finishedAt
          ? format.duration(Date.parse(job.finishedAt) - Date.parse(job.startedAt))
          : t('none')}
      </Cell>
    </TableRow>
  );
}

/** How far it is, or what became of it; of a plan that waits, what it would do. */
function Outcome({ job, settled }: { job: Job; settled: Job }) {
  const t = useTranslations('batches');
  const words = useJobWords();
  const ended = isFinal(job.status);
  if (job.total === 0) return <span className="text-ink-muted">{ended ? t('list.nothing') : t('bar.unknown')}</span>;
  if (job.status === 'awaiting_confirmation') {
    return (
      <span className="text-xs text-ink-muted">
        <PlanSentence plan={job.plan ?? {}} conflictsFail={job.options.conflict === 'fail'} />
      </span>
    );
  }
  return (
    <div className="flex flex-col gap-1.5 pt-1.5">
      <JobBar job={job} size="thin" />
      {ended || settled.processed > 0 ? (
        <OutcomeLegend counts={settled} compact />
      ) : (
        <span className="text-xs text-ink-muted">{words.valueText(settled)}</span>
      )}
    </div>
  );
}
