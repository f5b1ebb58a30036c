'use client';

import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useJob } from '#components/api/use-job.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Card } from '#components/ui/card.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Job } from '#contract/jobs.ts';
import type { ErrorMode } from '#domain/error-modes.ts';
import { EXPORT_FORMAT_NAMES, type ExportFormat } from '#domain/export-formats.ts';
import type { OtherContext } from '#domain/keep-both.ts';
import type { ConflictStrategy } from '#domain/plan.ts';
import { jobLink } from './links.ts';
import { priorityLevel } from './priority.ts';

/** With what a job was started: the file and the options as they applied. */
export function JobOptions({ job }: { job: Job }) {
  const t = useTranslations('batches.options');
  const errorModes = useTranslations('import.options.onError');
  const conflicts = useTranslations('import.options.conflict');
  const common = useTranslations('common');
  const priorities = useTranslations('batches.priority');
  const format = useFormat();
  const { onError, conflict, confirm, maxErrors, chunkSize, parallelism, formats } = job.options;
  const locale = useLocale();
  const formatName = (name: string) =>
    job.operation === 'export' ? (EXPORT_FORMAT_NAMES[name as ExportFormat]?.[locale] ?? name) : name.toUpperCase();
  const context = job.options.context as OtherContext | undefined;
  const inContext = context ? ` (“${context.value}”)` : '';
  const rows: [string, string | null][] = [
    [t('file'), job.upload && `${job.upload.fileName} (${format.bytes(job.upload.size)})`],
    [t('onError'), onError ? errorModes(`${onError as ErrorMode}.label`) : null],
    [t('maxErrors'), typeof maxErrors === 'number' ? format.number(maxErrors) : maxErrors ? String(maxErrors) : null],
    [t('conflict'), conflict ? conflicts(`${conflict as ConflictStrategy}.label`) + inContext : null],
    [t('confirm'), typeof confirm === 'boolean' ? common(confirm ? 'yes' : 'no') : null],
    [t('formats'), Array.isArray(formats) ? formats.map(formatName).join(', ') : null],
    [t('chunkSize'), chunkSize === 'auto' ? t('auto') : chunkSize ? String(chunkSize) : null],
    [t('parallelism'), parallelism ? String(parallelism) : null],
    [t('priority'), priorities(priorityLevel(job.priority))],
  ];
  return (
    <Card title={t('title')}>
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
        {job.retryOf ? (
          <Row name={t('retryOf')}>
            <EarlierBatch jobId={job.retryOf} />
          </Row>
        ) : null}
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <Row key={name} name={name}>
              {value}
            </Row>
          ))}
      </dl>
    </Card>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[10rem_minmax(0,1fr)] gap-2">
      <dt className="text-ink-muted">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

/** The batch whose failed or unprocessed items this one does again. */
function EarlierBatch({ jobId }: { jobId: string }) {
  const t = useTranslations('batches.options');
  const { data: job } = useJob(jobId);
  if (!job) return t('earlier');
  return (
    <Link href={jobLink(job)} className="text-accent underline underline-offset-4">
      {job.name}
    </Link>
  );
}
