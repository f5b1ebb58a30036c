import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Stat } from '#components/ui/card.tsx';
import type { Seal } from '#contract/audit-verifications.ts';

/** The numbers one looks at first. */
export function SealNumbers({ seal }: { seal: Seal }) {
  const t = useTranslations('verification.numbers');
  const format = useFormat();
  const { oldestUnsealedSeconds: oldest, lastVerified } = seal;
  return (
    <section aria-label={t('label')} className="rounded-md border border-line bg-surface p-4">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        <Stat label={t('entries')} value={format.number(seal.entries)} />
        <Stat label={t('blocks')} value={format.number(seal.blocks)} />
        <Stat label={t('unsealed')} value={format.number(seal.unsealed)} />
        <Stat label={t('oldest')} value={oldest === null ? t('nothing') : format.duration(oldest * 1_000)} />
        <Stat
          label={t('last')}
          value={lastVerified?.finishedAt ? format.dateTimeSeconds(lastVerified.finishedAt) : t('never')}
        />
      </dl>
    </section>
  );
}
