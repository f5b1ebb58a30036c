import { useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import type { Monitoring } from '#contract/monitoring.ts';

/** Nobody works: said at once, whatever else there is to see. */
export function NoProcessor({ monitoring: { processors, queue, running } }: { monitoring: Monitoring }) {
  const t = useTranslations('monitoring.alarm');
  if (processors.some(({ alive }) => alive)) return null;
  const waiting = queue.waiting + queue.admitted + running.total > 0;
  return (
    <Banner tone={waiting ? 'danger' : 'warning'} role="alert" title={t('noneTitle')}>
      {t(waiting ? 'none' : 'noneIdle')}
    </Banner>
  );
}
