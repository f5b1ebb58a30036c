'use client';

import { useLocale, useTranslations } from 'use-intl';
import { batchLink } from '#components/batches/links.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Schedule } from '#contract/schedules.ts';
import { problemWords } from './problem-words.ts';

/** How the last start of a schedule went: the batch it made, or why it made none. */
export function LastStart({ start }: { start: NonNullable<Schedule['lastStart']> }) {
  const t = useTranslations('planning.again');
  const locale = useLocale();
  const format = useFormat();
  if (start.problem) {
    return (
      <Banner tone="warning" title={t('lastFailed', { at: format.dateTime(start.at) })}>
        {problemWords(start.problem, locale)}
      </Banner>
    );
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {start.batch ? (
        <>
          <Link
            href={batchLink(start.batch.id)}
            className="underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
          >
            {format.dateTime(start.at)}
          </Link>
          <JobStatusBadge status={start.batch.status} />
        </>
      ) : (
        format.dateTime(start.at)
      )}
    </span>
  );
}
