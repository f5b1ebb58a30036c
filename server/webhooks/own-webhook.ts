import type { Sql } from '#db/client.ts';
import { findWebhookRow, type WebhookRow } from '#db/queries/webhooks.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** Whether this person may look after webhooks. @throws Problem `not_allowed` */
export function requireWebhooks(services: Pick<Services, 'pool'>, actor: Actor, id?: string): Promise<void> {
  return requireAction(services, actor, 'webhook:manage', id === undefined ? undefined : { type: 'webhook', id });
}

/** A webhook of one's own organisation. @throws Problem `not_found` */
export async function ownWebhook(sql: Sql, actor: Actor, id: string, { lock = false } = {}): Promise<WebhookRow> {
  const row = await findWebhookRow(sql, id, actor.organisationId, { lock });
  if (!row) throw new Problem('not_found');
  return row;
}
