'use client';

import { useLocale, useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Chip } from '#components/ui/chip.tsx';
import type { Webhook } from '#contract/webhooks.ts';
import { eventName } from '#domain/event-texts.ts';
import { WebhookState } from './webhook-state.tsx';

/** How it stands, what it is sent, and who made it. */
export function WebhookFacts({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('webhooks');
  const format = useFormat();
  const locale = useLocale();
  const { createdBy, createdAt, previousSecretUntil } = webhook;
  return (
    <div className="flex flex-col gap-2 text-sm">
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-2 [&>dt]:text-ink-muted">
        <dt>{t('state')}</dt>
        <dd>
          <WebhookState webhook={webhook} />
        </dd>
        <dt>{t('events')}</dt>
        <dd className="flex flex-wrap gap-1">
          {webhook.events.map((type) => (
            <Chip key={type}>{eventName(type, locale)}</Chip>
          ))}
        </dd>
        <dt>{t('secret.label')}</dt>
        <dd>
          {previousSecretUntil ? t('secret.both', { at: format.dateTime(previousSecretUntil) }) : 'whsec_••••••••'}
        </dd>
      </dl>
      <p className="text-ink-muted">{t('madeBy', { name: createdBy.name, at: format.dateTime(createdAt) })}</p>
    </div>
  );
}
