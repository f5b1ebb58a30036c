'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import type { Job } from '#contract/jobs.ts';

export type JobLineProps = { job: Job; name: string; when: string; children?: ReactNode };

/** The first line of a job in a list: its name as a link, its state, who and when; what else there is to say below. */
export function JobLine({ job, name, when, children }: JobLineProps) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <Link
            href={`/batches/${job.batchId}`}
            prefetch={false}
            className="text-sm font-medium break-words text-ink underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
          >
            {name}
          </Link>
          <p className="text-xs text-ink-muted">
            {t(`statuses.operation.${job.operation}`)}
            {' · '}
            {t('overview.startedBy', { name: job.createdBy.name, when: format.dateTime(when) })}
          </p>
        </div>
        <JobStatusBadge status={job.status} />
      </div>
      {children}
    </div>
  );
}
