'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Link } from '#components/ui/link.tsx';
import type { JobStatus } from '#domain/job-status.ts';

export type WorkLineProps = {
  href: string;
  name: string;
  /** What kind of work it is: an operation, or how many jobs. */
  kind: string;
  person: string;
  when: string;
  status: JobStatus;
  children?: ReactNode;
};

/** The first line of a job or batch in a list: its name as a link, its state, who and when; what else there is to say below. */
export function WorkLine({ href, name, kind, person, when, status, children }: WorkLineProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <Link
            href={href}
            className="text-sm font-medium break-words text-ink underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
          >
            {name}
          </Link>
          <p className="text-xs text-ink-muted">
            {kind}
            {' · '}
            {t('startedBy', { name: person, when: format.dateTime(when) })}
          </p>
        </div>
        <JobStatusBadge status={status} />
      </div>
      {children}
    </div>
  );
}
