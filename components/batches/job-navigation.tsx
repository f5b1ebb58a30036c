'use client';

import { ArrowLeft, ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Batch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { batchLink, jobLink } from './links.ts';

/** Above one job of several: back to all of them, and to its neighbours. */
export function JobNavigation({ batch, job }: { batch: Batch; job: Job }) {
  const t = useTranslations('batches.several');
  const index = batch.jobs.findIndex(({ id }) => id === job.id);
  const count = batch.jobs.length;
  return (
    <nav aria-label={t('list')} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pb-3 text-sm">
      <Link
        href={batchLink(batch.id)}
        className="inline-flex min-h-8 min-w-0 items-center gap-1.5 text-accent underline underline-offset-4"
      >
        <ArrowLeft aria-hidden size={16} className="shrink-0" />
        <span className="truncate">
          {t('back', { count: String(count) })} {t('inBatch')} {batch.name}
        </span>
      </Link>
      <span className="flex items-center gap-1 text-ink-muted">
        <Neighbour job={batch.jobs[index - 1]} label={t('previous')} icon={ChevronLeft} />
        {t('place', { place: String(index + 1), total: String(count) })}
        <Neighbour job={batch.jobs[index + 1]} label={t('next')} icon={ChevronRight} />
      </span>
    </nav>
  );
}

/** The first has none before it and the last none after it: an empty place, so that the other does not move. */
function Neighbour({ job, label, icon: Icon }: { job: Job | undefined; label: string; icon: LucideIcon }) {
  if (!job) return <span className="size-8" />;
  return (
    <Link
      href={jobLink(job)}
      aria-label={label}
      title={job.name}
      className={buttonClass('quiet', 'small', 'size-8 px-0!')}
    >
      <Icon aria-hidden size={16} />
    </Link>
  );
}
