'use client';

import { CircleAlert, CircleCheck, CirclePause } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StatusBadge } from '#components/ui/chip.tsx';
import type { Webhook } from '#contract/webhooks.ts';

/** Whether it is on and works, as icon and word. */
export function WebhookState({ webhook: { enabled, failingSince } }: { webhook: Webhook }) {
  const t = useTranslations('webhooks');
  if (!enabled)
    return (
      <StatusBadge tone="neutral" icon={CirclePause}>
        {t('off')}
      </StatusBadge>
    );
  return failingSince ? (
    <StatusBadge tone="danger" icon={CircleAlert}>
      {t('failing')}
    </StatusBadge>
  ) : (
    <StatusBadge tone="success" icon={CircleCheck}>
      {t('on')}
    </StatusBadge>
  );
}
