'use client';

import { useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import type { Job, PlanPreview } from '#contract/jobs.ts';

export type PlanChangedProps = { job: Job; changed: PlanPreview['changedSince'] };

const SHOWN = 5;

/** Others went on while the plan waited: which items can no longer be written as it says, before one confirms it. */
export function PlanChanged({ job, changed }: PlanChangedProps) {
  const t = useTranslations('batches.plan.since');
  const common = useTranslations('batches.plan');
  return (
    <Banner tone="warning" role="status" title={t('title', { count: changed.count })}>
      <p>{t('text')}</p>
      <ul className="flex flex-wrap gap-x-4">
        {changed.items.slice(0, SHOWN).map(({ position, term }) => (
          <li key={position} className="min-w-0 break-words">
            <a
              href={`/batches/${job.batchId}?job=${job.id}&item=${position}`}
              className="inline-flex min-h-6 items-center underline underline-offset-4"
            >
              {term ?? common('noTerm')}
            </a>
          </li>
        ))}
        {changed.count > SHOWN ? <li>{t('more', { count: changed.count - SHOWN })}</li> : null}
      </ul>
    </Banner>
  );
}
