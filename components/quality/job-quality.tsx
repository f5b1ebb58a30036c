'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useJobQuality } from '#components/api/use-quality.ts';
import { itemsLink } from '#components/batches/links.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { scorePoints } from '#domain/score-points.ts';
import { QualityCards } from './quality-cards.tsx';

/** How good the items of a job are; nothing where none carries a verdict. */
export function JobQuality({ job }: { job: Job }) {
  const { data: quality } = useJobQuality(job.id);
  if (!quality || quality.checked === 0) return null;
  return (
    <QualityCards
      quality={quality}
      linkOf={(filter) => itemsLink(job, filter)}
      repairOf={mayHaveWritten(job) ? { job: job.id } : null}
      planOf={takesRepairs(job) ? job.id : null}
      among="items"
    />
  );
}

/** The same over a plan, folded to one sentence until somebody wants to know. */
export function PlanQuality({ job }: { job: Job }) {
  const t = useTranslations('quality');
  const format = useFormat();
  const { data: quality } = useJobQuality(job.id);
  if (!quality || quality.checked === 0) return null;
  const mean = quality.meanScore === null ? '–' : String(scorePoints(quality.meanScore));
  return (
    <details className="group rounded-md border border-line bg-surface">
      <summary className="flex min-h-10 cursor-default list-none items-center gap-1.5 rounded-md px-3 py-1 text-sm font-semibold hover:bg-raised [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={16} className="shrink-0 transition-transform group-open:rotate-90" />
        {t('summary', {
          share: format.percent(quality.passRate ?? 0),
          score: mean,
          count: quality.issues.length,
        })}
      </summary>
      <div className="border-t border-line p-3">
        <JobQuality job={job} />
      </div>
    </details>
  );
}

/** Before that there are no definitions that could be repaired. */
function mayHaveWritten(job: Job): boolean {
  return isFinal(job.status) || job.operation === 'validate';
}

/** What an import is about to write can be repaired before it is written. */
function takesRepairs({ operation, status }: Job): boolean {
  return operation === 'import' && status === 'awaiting_confirmation';
}
