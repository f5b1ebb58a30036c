'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { LockArchive } from '#components/provenance/lock-archive.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { Artifact, Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';

/** The files a job took in and made, with what proves they are unchanged. */
export function FilesTab({ job }: { job: Job }) {
  const t = useTranslations('batches.files');
  const format = useFormat();
  return (
    <div className="flex flex-col gap-4">
      {job.artifacts.length === 0 ? (
        <EmptyState title={t('none')}>{isFinal(job.status) ? t('noneAfter') : t('noneYet')}</EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {job.artifacts.map((artifact) => (
            <FileCard key={artifact.id} artifact={artifact} />
          ))}
        </ul>
      )}
      {job.upload ? (
        <section className="flex flex-col gap-1 rounded-md border border-line bg-surface p-4 text-sm">
          <h2 className="font-semibold">{t('source')}</h2>
          <p className="break-all">
            {job.upload.fileName} <span className="text-ink-muted">({format.bytes(job.upload.size)})</span>
          </p>
          <Hash value={job.upload.sha256} />
        </section>
      ) : null}
    </div>
  );
}

function FileCard({ artifact }: { artifact: Artifact }) {
  const t = useTranslations('batches.files');
  const format = useFormat();
  const mayDownload = useMayDo('artifact:download');
  const expired = Date.parse(artifact.expiresAt) < Date.now();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 rounded-md border border-line bg-surface p-4 text-sm">
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="font-semibold break-all">{artifact.fileName}</h2>
        <p className="text-ink-muted">
          {t(artifact.kind)} · {format.bytes(artifact.size)} ·{' '}
          {t(expired ? 'expired' : 'expires', { when: format.dateTime(artifact.expiresAt) })}
        </p>
        <Hash value={artifact.sha256} />
      </div>
      {mayDownload && !expired ? (
        <div className="flex flex-wrap gap-2">
          <LockArchive artifact={artifact} />
          <a href={`/api/v1/artifacts/${artifact.id}`} download className={buttonClass('primary')}>
            <Download aria-hidden size={16} />
            {t('download')}
            <span className="sr-only">{artifact.fileName}</span>
          </a>
        </div>
      ) : null}
      {mayDownload ? null : <p className="text-ink-muted">{t('mayNot')}</p>}
    </li>
  );
}

function Hash({ value }: { value: string }) {
  return (
    <p className="text-xs text-ink-muted">
      SHA-256 <span className="font-mono break-all">{value}</span>
    </p>
  );
}
