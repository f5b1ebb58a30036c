import type { Webhook } from '#contract/webhooks.ts';
import type { WebhookRow } from '#db/queries/webhooks.ts';

/** A webhook as the API says it: never with a secret. */
export function presentWebhook(row: WebhookRow): Webhook {
  const { id, name, url, events, enabled, disabledReason, disabledAt, pending, failed, createdBy } = row;
  return {
    id,
    name,
    url,
    events,
    enabled,
    disabled: disabledReason && disabledAt ? { reason: disabledReason, at: disabledAt.toISOString() } : null,
    failingSince: row.failingSince?.toISOString() ?? null,
    previousSecretUntil: row.previousUntil?.toISOString() ?? null,
    pending,
    failed,
    createdAt: row.createdAt.toISOString(),
    createdBy,
  };
}
