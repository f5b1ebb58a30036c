import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Stat } from '#components/ui/card.tsx';
import type { Monitoring } from '#contract/monitoring.ts';

/** The five numbers one looks at first. */
export function NumbersInShort({ monitoring: { queue, processors, running, stuck } }: { monitoring: Monitoring }) {
  const t = useTranslations('monitoring.numbers');
  const format = useFormat();
  const oldest = queue.oldestSeconds === null ? t('nobody') : format.duration(queue.oldestSeconds * 1_000);
  return (
    <section aria-label={t('label')} className="rounded-md border border-line bg-surface p-4">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        <Stat label={t('stuck')} value={format.number(stuck.total)} />
        <Stat label={t('running')} value={format.number(running.total)} />
        <Stat label={t('waiting')} value={format.number(queue.waiting + queue.admitted)} />
        <Stat label={t('oldest')} value={oldest} />
        <Stat label={t('processors')} value={format.number(processors.filter(({ alive }) => alive).length)} />
      </dl>
    </section>
  );
}
