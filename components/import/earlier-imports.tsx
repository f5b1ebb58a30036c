'use client';

import { useTranslations } from 'use-intl';
import { useJob } from '#components/api/use-job.ts';
import { batchLink } from '#components/batches/links.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Upload } from '#contract/uploads.ts';
import type { JobStatus } from '#domain/job-status.ts';

export type EarlierImportsProps = { upload: Upload; onGoOn: () => void; onOther: () => void };

/** These very bytes came in before: what became of that, and the choice to go on. */
export function EarlierImports({ upload, onGoOn, onOther }: EarlierImportsProps) {
  const t = useTranslations('import.known');
  const history = useTranslations('history.files');
  return (
    <Banner tone="warning" role="alert" title={t('title')}>
      <div className="flex flex-col gap-3">
        <p>{t('text')}</p>
        <ul className="flex flex-col gap-1">
          {upload.imports.map((earlier) => (
            <EarlierImport key={earlier.jobId} {...earlier} />
          ))}
        </ul>
        <Link
          href={`/import/files?sha256=${upload.sha256}`}
          className="inline-flex min-h-6 items-center self-start underline underline-offset-4"
        >
          {history('earlier')}
        </Link>
        <div className="flex flex-wrap gap-2">
          <Button autoFocus onPress={onOther}>
            {t('other')}
          </Button>
          <Button onPress={onGoOn}>{t('goOn')}</Button>
        </div>
      </div>
    </Banner>
  );
}

function EarlierImport({ jobId, status, createdAt }: Upload['imports'][number]) {
  const t = useTranslations('import.known');
  const format = useFormat();
  const { data: job } = useJob(jobId);
  const when = t('importOf', { when: format.dateTime(createdAt) });
  return (
    <li className="flex flex-wrap items-center gap-2">
      {job ? (
        <Link href={batchLink(job.batchId)} className="inline-flex min-h-6 items-center underline underline-offset-4">
          {when}
        </Link>
      ) : (
        when
      )}
      <JobStatusBadge status={status as JobStatus} />
    </li>
  );
}
