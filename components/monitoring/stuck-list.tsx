'use client';

import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { announce } from '#components/ui/live-region.tsx';
import type { Monitoring } from '#contract/monitoring.ts';
import { StuckItem } from './stuck-item.tsx';

/** The jobs that want a look, each with why and what can be done; that there are more or fewer of them is said. */
export function StuckList({ stuck }: { stuck: Monitoring['stuck'] }) {
  const t = useTranslations('monitoring.stuck');
  const more = useTranslations('monitoring');
  const format = useFormat();
  const { jobs, total } = stuck;
  const before = useRef(0);
  useEffect(() => {
    if (before.current !== total) announce(t('announce', { count: total }));
    before.current = total;
  }, [total, t]);
  if (jobs.length === 0) {
    return (
      <p className="flex items-start gap-2 text-sm">
        <CircleCheck aria-hidden size={18} className="mt-0.5 shrink-0 text-success-fill" />
        {t('well')}
      </p>
    );
  }
  return (
    <>
      <ul aria-label={t('title')} className="flex flex-col divide-y divide-line">
        {jobs.map((job) => (
          <StuckItem key={job.id} job={job} />
        ))}
      </ul>
      {total > jobs.length ? (
        <p className="pt-2 text-sm text-ink-muted">
          {more('more', { shown: format.number(jobs.length), total: format.number(total) })}
        </p>
      ) : null}
    </>
  );
}
