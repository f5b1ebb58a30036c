'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useJobProgress } from '#components/api/use-job-progress.ts';
import { useNarrowScreen } from '#components/definitions/use-narrow-screen.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Batch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { isFinal, type JobStatus } from '#domain/job-status.ts';
import { BatchBar } from './batch-bar.tsx';
import { JobBar } from './job-bar.tsx';
import { batchLink } from './links.ts';
import { OutcomeLegend } from './outcome-legend.tsx';
import { PlanSentence } from './plan-sentence.tsx';
import { useJobWords } from './use-job-words.ts';
import { useMovingBatch } from './use-moving-batch.ts';
import { useSettled } from './use-settled.ts';

export type BatchTableProps = { batches: readonly Batch[]; live: boolean };

/** Batches as a table, or as cards where a table does not fit. */
export function BatchTable({ batches, live }: BatchTableProps) {
  const t = useTranslations('batches.list');
  const narrow = useNarrowScreen();
  const rows = batches.flatMap((batch) => {
    const [job, ...others] = batch.jobs;
    return job ? [{ batch, job: others.length === 0 ? job : null }] : [];
  });
  if (narrow) {
    return (
      <ul aria-label={t('caption')} className="flex flex-col gap-3">
        {rows.map(({ batch, job }) =>
          job ? (
            <JobCard key={batch.id} batch={batch} fetched={job} live={live} />
          ) : (
            <SeveralCard key={batch.id} batch={batch} live={live} />
          ),
        )}
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
        {rows.map(({ batch, job }) =>
          job ? (
            <JobRow key={batch.id} batch={batch} fetched={job} live={live} />
          ) : (
            <SeveralRow key={batch.id} batch={batch} live={live} />
          ),
        )}
      </TableBody>
    </Table>
  );
}

type JobProps = { batch: Batch; fetched: Job; live: boolean };
type SeveralProps = { batch: Batch; live: boolean };

/** The job with its newest progress, and the same for numbers that are read. */
function useMovingJob({ fetched, live }: JobProps): { job: Job; settled: Job } {
  const { progress } = useJobProgress(live && !isFinal(fetched.status) ? fetched.id : null);
  const job = progress && progress.seq > fetched.seq ? { ...fetched, ...progress } : fetched;
  return { job, settled: useSettled(job, `${job.id} ${job.status}`) };
}

function BatchName({ batch, kind }: { batch: Batch; kind: string }) {
  return (
    <>
      <Link
        href={batchLink(batch.id)}
        className="font-medium break-words underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
      >
        {batch.name}
      </Link>
      <span className="block text-xs font-normal text-ink-muted">{kind}</span>
    </>
  );
}

type WorkProps = { batch: Batch; kind: string; status: JobStatus; took: number | null; children: ReactNode };

function Card({ batch, kind, status, children }: WorkProps) {
  const format = useFormat();
  return (
    <li className="flex flex-col gap-2 rounded-md border border-line bg-surface p-3 text-sm">
      <div>
        <BatchName batch={batch} kind={kind} />
        <span className="block text-xs text-ink-muted">
          {batch.createdBy.name}, {format.dateTime(batch.createdAt)}
        </span>
      </div>
      <div>
        <JobStatusBadge status={status} />
      </div>
      {children}
    </li>
  );
}

function Row({ batch, kind, status, took, children }: WorkProps) {
  const t = useTranslations('batches.numbers');
  const format = useFormat();
  return (
    <TableRow>
      <RowHeadCell className="max-w-80">
        <BatchName batch={batch} kind={kind} />
      </RowHeadCell>
      <Cell>
        <JobStatusBadge status={status} />
      </Cell>
      <Cell>{children}</Cell>
      <Cell>
        {batch.createdBy.name}
        <span className="block text-xs whitespace-nowrap text-ink-muted">{format.dateTime(batch.createdAt)}</span>
      </Cell>
      <Cell className="text-ink-muted">{took === null ? t('none') : format.duration(took)}</Cell>
    </TableRow>
  );
}

function JobCard(row: JobProps) {
  const work = useJobWork(row);
  return <Card {...work} />;
}

function JobRow(row: JobProps) {
  const work = useJobWork(row);
  return <Row {...work} />;
}

function SeveralCard(row: SeveralProps) {
  const work = useSeveralWork(row);
  return <Card {...work} />;
}

function SeveralRow(row: SeveralProps) {
  const work = useSeveralWork(row);
  return <Row {...work} />;
}

function useJobWork(row: JobProps): WorkProps {
  const statuses = useTranslations('statuses.operation');
  const words = useJobWords();
  const { job, settled } = useMovingJob(row);
  return {
    batch: row.batch,
    kind: `${statuses(job.operation)} · ${words.number(job)}`,
    status: job.status,
    took: tookOf([job]),
    children: <Outcome job={job} settled={settled} />,
  };
}

function useSeveralWork({ batch: fetched, live }: SeveralProps): WorkProps {
  const t = useTranslations('batches.several');
  const moving = useMovingBatch(fetched, live);
  return {
    batch: moving,
    kind: t('jobs', { count: moving.jobs.length }),
    status: moving.progress.status,
    took: tookOf(moving.jobs),
    children: <SeveralOutcome batch={moving} />,
  };
}

/** From the first start to the last end, in milliseconds; null while one of the jobs has not ended, or none ever started. */
function tookOf(jobs: readonly Job[]): number | null {
  const starts = jobs.flatMap(({ startedAt }) => (startedAt ? Date.parse(startedAt) : []));
  const ends = jobs.flatMap(({ finishedAt }) => (finishedAt ? Date.parse(finishedAt) : []));
  return ends.length < jobs.length || starts.length === 0 ? null : Math.max(...ends) - Math.min(...starts);
}

/** Of several jobs together: how many have ended, and what became of their items. */
function SeveralOutcome({ batch }: { batch: Batch }) {
  const t = useTranslations('batches');
  const format = useFormat();
  const { jobs, total, processed } = batch.progress;
  const ended = jobs.ended === jobs.total;
  if (ended && total === 0) return <span className="text-ink-muted">{t('list.nothing')}</span>;
  return (
    <div className="flex flex-col gap-1.5 pt-1.5">
      <BatchBar batch={batch} size="thin" />
      {ended ? null : (
        <span className="text-xs text-ink-muted">
          {t('several.ended', { ended: format.number(jobs.ended), total: format.number(jobs.total) })}
        </span>
      )}
      {processed > 0 ? <OutcomeLegend counts={batch.progress} compact /> : null}
    </div>
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
        <PlanSentence
          job={job}
          operation={job.operation}
          plan={job.plan ?? {}}
          conflictsFail={job.options.conflict === 'fail'}
        />
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
