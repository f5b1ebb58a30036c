import type pg from 'pg';
import { inTransaction, type Sql } from '#db/client.ts';
import type { ClaimedDelivery } from '#db/queries/claim-delivery.ts';
import {
  type DisabledWebhook,
  disableWebhook,
  lockWebhook,
  markReachable,
  recordAttempt,
  settleDelivery,
} from '#db/queries/finish-delivery.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertWebhookEvent, wakeTellers } from '#db/queries/insert-events.ts';
import { type DisabledReason, FAILING_HOURS, retryDelayMs } from '#domain/deliveries.ts';
import { TEST_EVENT } from '#domain/events.ts';
import type { Config } from '#server/config.ts';
import { headersOf } from './webhooks/headers-of.ts';
import { type Posted, type PostRules, post } from './webhooks/post.ts';

type Sending = { pool: pg.Pool; config: Pick<Config, 'authSecret'>; rules: PostRules };

/** Sends one claimed delivery to its webhook and writes down what came of it. */
export async function sendWebhook({ pool, config, rules }: Sending, delivery: ClaimedDelivery): Promise<void> {
  const { webhook, body } = delivery;
  if (webhook === null || body === null) return;
  const started = performance.now();
  const headers = headersOf({ ...delivery, webhook, body }, config.authSecret);
  const posted: Posted = headers
    ? await post(webhook.url, headers, body, rules)
    : { status: null, answer: null, problem: 'not_signed', retryAfterMs: null };
  const durationMs = Math.round(performance.now() - started);
  const disabled = await inTransaction(pool, async (sql) => {
    await recordAttempt(sql, delivery, { ...posted, responseStatus: posted.status, durationMs });
    return settle(sql, { ...delivery, webhook }, posted);
  });
  if (disabled) await wakeTellers(pool);
}

/** Answers whether the webhook was turned off. */
async function settle(
  sql: Sql,
  delivery: ClaimedDelivery & { webhook: { id: string } },
  { problem, retryAfterMs }: Posted,
): Promise<boolean> {
  const { id: webhookId } = delivery.webhook;
  const enabled = await lockWebhook(sql, webhookId);
  if (problem === null) {
    await settleDelivery(sql, delivery, { delivered: true });
    await markReachable(sql, webhookId, true);
    return false;
  }
  // A person waits for the outcome of a test, and it says nothing of what was sent before.
  const isTest = delivery.type === TEST_EVENT;
  const retryInMs =
    isTest || !enabled || problem === 'gone' ? null : retryDelayMs(delivery.tries, Math.random(), retryAfterMs ?? 0);
  const ours = await settleDelivery(sql, delivery, { delivered: false, retryInMs });
  if (isTest || !enabled || !ours) return false;
  await markReachable(sql, webhookId, false);
  if (problem === 'gone') return turnOff(sql, webhookId, { reason: 'gone' });
  return retryInMs === null && turnOff(sql, webhookId, { reason: 'failing', failingHours: FAILING_HOURS });
}

async function turnOff(
  sql: Sql,
  webhookId: string,
  why: { reason: DisabledReason; failingHours?: number },
): Promise<boolean> {
  const disabled = await disableWebhook(sql, webhookId, why);
  if (disabled) await tellOf(sql, disabled, why.reason);
  return disabled !== null;
}

async function tellOf(sql: Sql, { id, organisationId, name, url }: DisabledWebhook, reason: string): Promise<void> {
  const { host } = new URL(url);
  await insertWebhookEvent(sql, { organisationId, type: 'webhook.disabled', webhook: { id, name, host, reason } });
  await insertAuditEntries(sql, { id: null, name: null, role: null, organisationId }, [
    { action: 'webhook.disabled', subjectType: 'webhook', subjectId: id, details: { name, host, reason } },
  ]);
}
