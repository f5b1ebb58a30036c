'use client';

import { useTranslations } from 'use-intl';
import { batchLink } from '#components/batches/links.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Batch } from '#contract/batches.ts';
import { useMomentWords } from './use-moment-words.ts';

/** The batches that wait for their moment, soonest first. */
export function OnceCard({ batches }: { batches: readonly Batch[] }) {
  const t = useTranslations('planning.once');
  const operations = useTranslations('statuses.operation');
  const words = useMomentWords();
  const waiting = batches
    .flatMap((batch) => (batch.scheduledFor ? [{ ...batch, at: batch.scheduledFor }] : []))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <Card title={t('title')}>
      {waiting.length === 0 ? <p className="text-sm text-ink-muted">{t('none')}</p> : null}
      {waiting.length > 0 ? (
        <ul className="-my-3 divide-y divide-line">
          {waiting.map(({ id, name, at, jobs, createdBy, progress }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3">
              <div className="min-w-0 text-sm">
                <Link
                  href={batchLink(id)}
                  className="font-medium break-words underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
                >
                  {name}
                </Link>
                <p>
                  <time dateTime={at}>{words.moment(at)}</time> ·{' '}
                  {jobs.map(({ operation }) => operations(operation)).join(', ')}
                </p>
                <p className="text-xs text-ink-muted">{t('by', { name: createdBy.name })}</p>
              </div>
              <JobStatusBadge status={progress.status} />
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
