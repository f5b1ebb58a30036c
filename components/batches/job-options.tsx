'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Card } from '#components/ui/card.tsx';
import type { Job } from '#contract/jobs.ts';
import type { ErrorMode } from '#domain/error-modes.ts';
import type { ConflictStrategy } from '#domain/plan.ts';

/** With what a job was started: the file and the options as they applied. */
export function JobOptions({ job }: { job: Job }) {
  const t = useTranslations('batches.options');
  const errorModes = useTranslations('import.options.onError');
  const conflicts = useTranslations('import.options.conflict');
  const common = useTranslations('common');
  const format = useFormat();
  const { onError, conflict, confirm, maxErrors, chunkSize, parallelism, formats } = job.options;
  const rows: [string, string | null][] = [
    [t('file'), job.upload && `${job.upload.fileName} (${format.bytes(job.upload.size)})`],
    [t('onError'), onError ? errorModes(`${onError as ErrorMode}.label`) : null],
    [t('maxErrors'), typeof maxErrors === 'number' ? format.number(maxErrors) : null],
    [t('conflict'), conflict ? conflicts(`${conflict as ConflictStrategy}.label`) : null],
    [t('confirm'), typeof confirm === 'boolean' ? common(confirm ? 'yes' : 'no') : null],
    [t('formats'), Array.isArray(formats) ? formats.join(', ').toUpperCase() : null],
    [t('chunkSize'), chunkSize === 'auto' ? t('auto') : chunkSize ? String(chunkSize) : null],
    [t('parallelism'), parallelism ? String(parallelism) : null],
  ];
  return (
    <Card title={t('title')}>
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="grid grid-cols-[10rem_minmax(0,1fr)] gap-2">
              <dt className="text-ink-muted">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}
