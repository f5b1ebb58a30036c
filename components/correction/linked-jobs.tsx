'use client';

import { CornerDownRight, CornerUpLeft } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { jobLink } from '#components/batches/links.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Job } from '#contract/jobs.ts';

/** The job whose items this one takes up, and those that took up items of this one: both ways. */
export function LinkedJobs({ job }: { job: Job }) {
  const t = useTranslations('corrections.linked');
  const format = useFormat();
  if (!job.origin && job.retries.length === 0) return null;
  const link = 'text-accent underline underline-offset-4 hover:decoration-2 break-all';
  return (
    <ul aria-label={t('label')} className="flex flex-col gap-1 text-sm">
      {job.origin ? (
        <li className="flex flex-wrap items-center gap-2">
          <CornerUpLeft aria-hidden size={16} className="shrink-0 text-ink-muted" />
          {t('of')}{' '}
          <Link href={jobLink(job.origin)} className={link}>
            {job.origin.name}
          </Link>
        </li>
      ) : null}
      {job.retries.map((retry) => (
        <li key={retry.id} className="flex flex-wrap items-center gap-2">
          <CornerDownRight aria-hidden size={16} className="shrink-0 text-ink-muted" />
          {t('continued', { count: retry.total, when: format.dateTime(retry.createdAt) })}{' '}
          <Link href={jobLink(retry)} className={link}>
            {retry.name}
          </Link>
          <JobStatusBadge status={retry.status} />
        </li>
      ))}
    </ul>
  );
}
