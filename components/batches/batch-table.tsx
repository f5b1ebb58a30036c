'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useJobProgress } from '#components/api/use-job-progress.ts';
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

export function BatchTable({ batches, live }: BatchTableProps) {
  const t = useTranslations('batches.list');
  return (
    <Table caption={t('caption')} minWidth={860}>
      <TableHead>
        <HeadCell>{t('name')}</HeadCell>
        <HeadCell>{t('status')}</HeadCell>
        <HeadCell className="w-[34%]">{t('progress')}</HeadCell>
        <HeadCell>{t('by')}</HeadCell>
        <HeadCell>{t('duration')}</HeadCell>
      </TableHead>
      <TableBody>
        {batches.flatMap((batch) =>
          batch.jobs.map((job) => <BatchRow key={job.id} batch={batch} fetched={job} live={live} />),
        )}
      </TableBody>
    </Table>
  );
}

function BatchRow({ batch, fetched, live }: { batch: Batch; fetched: Job; live: boolean }) {
  const t = useTranslations('batches');
  const statuses = useTranslations('statuses');
  const format = useFormat();
  const words = useJobWords();
  const { progress } = useJobProgress(live && !isFinal(fetched.status) ? fetched.id : null);
  const job = progress && progress.seq > fetched.seq ? { ...fetched, ...progress } : fetched;
  const settled = useSettled(job, `${job.id} ${job.status}`);
  return (
    <TableRow>
      <RowHeadCell className="max-w-80">
        <Link
          href={batchLink(batch.id)}
          className="break-words underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
        >
          {batch.name}
        </Link>
        <span className="block text-xs font-normal text-ink-muted">
          {statuses(`operation.${job.operation}`)} · {words.number(job)}
        </span>
      </RowHeadCell>
      <Cell>
        <JobStatusBadge status={job.status} />
      </Cell>
      <Cell>
        {job.total > 0 ? (
          <div className="flex flex-col gap-1.5 pt-1.5">
            {job.status === 'awaiting_confirmation' ? (
              <span className="text-xs text-ink-muted">
                <PlanSentence plan={job.plan ?? {}} conflictsFail={job.options.conflict === 'fail'} />
              </span>
            ) : (
              <JobBar job={job} size="thin" />
            )}
            {job.status === 'awaiting_confirmation' ? null : isFinal(job.status) || settled.processed > 0 ? (
              <OutcomeLegend counts={settled} compact />
            ) : (
              <span className="text-xs text-ink-muted">{words.valueText(settled)}</span>
            )}
          </div>
        ) : (
          <span className="text-ink-muted">{isFinal(job.status) ? t('list.nothing') : t('bar.unknown')}</span>
        )}
      </Cell>
      <Cell>
        {batch.createdBy.name}
        <span className="block text-xs text-ink-muted">{format.dateTime(batch.createdAt)}</span>
      </Cell>
      <Cell className="text-ink-muted">
        {job.startedAt && job.finishedAt
          ? format.duration(Date.parse(job.finishedAt) - Date.parse(job.startedAt))
          : t('numbers.none')}
      </Cell>
    </TableRow>
  );
}
