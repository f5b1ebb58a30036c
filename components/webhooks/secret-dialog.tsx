'use client';

import { useTranslations } from 'use-intl';
import { SaidOnce } from '#components/ui/said-once.tsx';

export type SecretDialogProps = { name: string; secret: string; onClose: () => void };

/** Shows the secret of a webhook, once. */
export function SecretDialog({ name, secret, onClose }: SecretDialogProps) {
  const t = useTranslations('webhooks.secret');
  return (
    <SaidOnce
      title={t('title', { name })}
      label={t('label')}
      text={secret}
      words={{ copy: t('copy'), copied: t('copied'), copyFailed: t('copyFailed'), done: t('done') }}
      onClose={onClose}
    >
      <p>{t('text')}</p>
    </SaidOnce>
  );
}
