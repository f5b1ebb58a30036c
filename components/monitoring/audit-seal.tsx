import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import type { Monitoring } from '#contract/monitoring.ts';

/** Sealing takes about ten seconds; what waits for so many is not sealed by anybody. */
const TOO_LONG_SECONDS = 120;

/** How the audit trail is doing; it raises its voice only when something is wrong. */
export function AuditSeal({ audit }: { audit: Monitoring['audit'] }) {
  const t = useTranslations('monitoring.audit');
  const format = useFormat();
  const { unsealed, oldestUnsealedSeconds: oldest, problem, verifiedAt, intact } = audit;
  const isLate = oldest !== null && oldest > TOO_LONG_SECONDS;
  const tone = intact === false ? 'danger' : problem !== null || isLate ? 'warning' : 'info';
  const title = intact === false ? t('broken') : problem !== null || isLate ? t('notSealed') : t('sealed');
  const verified =
    verifiedAt === null ? t('neverVerified') : t('verified', { time: format.dateTimeSeconds(verifiedAt) });
  const waits =
    oldest === null ? t('nothingWaits') : t('waits', { count: unsealed, duration: format.duration(oldest * 1_000) });
  return (
    <Banner
      tone={tone}
      title={title}
      action={
        <LinkButton size="small" href="/audit/verification">
          {t('look')}
        </LinkButton>
      }
    >
      {waits} {verified}
    </Banner>
  );
}
