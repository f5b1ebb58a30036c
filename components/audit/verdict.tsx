import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import type { Verification } from '#contract/audit-verifications.ts';

/** What the last verification said, in one look. */
export function Verdict({ last }: { last: Verification | null }) {
  const t = useTranslations('verification');
  const format = useFormat();
  if (!last) {
    return (
      <Banner tone="info" title={t('neverTitle')} role="status">
        {t('neverText')}
      </Banner>
    );
  }
  const time = format.dateTimeSeconds(last.finishedAt ?? last.createdAt);
  if (last.status === 'intact') {
    return (
      <Banner tone="success" title={t('lastIntact.title')} role="status">
        {t('lastIntact.text', { entries: last.entries, blocks: last.blocks ?? 0, time })}
      </Banner>
    );
  }
  return (
    <Banner tone="danger" title={t('lastBroken.title')} role="status">
      {t('lastBroken.text', { count: last.differenceCount, time })}
    </Banner>
  );
}
