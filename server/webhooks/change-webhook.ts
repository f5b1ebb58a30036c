import type { Webhook, WebhookPatch } from '#contract/webhooks.ts';
import { inTransaction } from '#db/client.ts';
import { disableWebhook } from '#db/queries/finish-delivery.ts';
import { insertAuditEntries, type NewAuditEntry } from '#db/queries/insert-audit-entries.ts';
import { updateWebhook, type WebhookRow } from '#db/queries/webhooks.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { ownWebhook, requireWebhooks } from './own-webhook.ts';
import { presentWebhook } from './present-webhook.ts';
import { refuseAddress } from './refuse-address.ts';

/**
 * Gives a webhook another name, address or choice of events, turns it off, or on again. What is on its way when it is turned off is
 * given up; what happens meanwhile is not sent. @throws Problem `not_found`, `webhook_address_refused`
 */
export async function changeWebhook(
  services: Pick<Services, 'pool' | 'config'>,
  actor: Actor,
  id: string,
  patch: WebhookPatch,
): Promise<Webhook> {
  await requireWebhooks(services, actor, id);
  if (patch.url !== undefined) refuseAddress(services.config, patch.url);
  await inTransaction(services.pool, async (sql) => {
    const before = await ownWebhook(sql, actor, id, { lock: true });
    const { name = before.name, url = before.url, events = before.events, enabled = before.enabled } = patch;
    await updateWebhook(sql, id, { name, url, events, enabled });
    if (!enabled) await disableWebhook(sql, id, { reason: 'by_hand' });
    await insertAuditEntries(sql, actor, entriesOf(before, { name, url, events, enabled }));
  });
  return presentWebhook(await ownWebhook(services.pool, actor, id));
}

type After = Pick<WebhookRow, 'name' | 'url' | 'events' | 'enabled'>;

/** Addresses may hold what only their owners should know: the audit trail has their hosts, and whether the rest changed. */
function entriesOf({ id, ...before }: WebhookRow, after: After): NewAuditEntry[] {
  const subject = { subjectType: 'webhook', subjectId: id };
  const seen = ({ name, url, events }: After) => ({ name, host: new URL(url).host, events });
  const changed =
    before.name !== after.name || before.url !== after.url || before.events.join() !== after.events.join();
  const entries: NewAuditEntry[] = [];
  if (changed) {
    const details = { before: seen(before), after: seen(after), addressChanged: before.url !== after.url };
    entries.push({ action: 'webhook.changed', ...subject, details });
  }
  if (before.enabled !== after.enabled) {
    const details = after.enabled ? { name: after.name } : { name: after.name, reason: 'by_hand' };
    entries.push({ action: after.enabled ? 'webhook.enabled' : 'webhook.disabled', ...subject, details });
  }
  return entries;
}
