import type { Sql } from '#db/client.ts';
import type { DeliveryProblem, DeliveryStatus, DisabledReason } from '#domain/deliveries.ts';

export type AttemptEnd = {
  responseStatus: number | null;
  answer: string | null;
  problem: DeliveryProblem | null;
  durationMs: number;
};

type Claimed = { id: string; claim: string; attempts: number };

/** Writes down how an attempt ended. */
export async function recordAttempt(sql: Sql, { id, attempts }: Claimed, end: AttemptEnd): Promise<void> {
  await sql.query(
    `UPDATE delivery_attempts SET duration_ms = $3, response_status = $4, answer = $5, problem = $6
     WHERE delivery_id = $1 AND number = $2`,
    [id, attempts, end.durationMs, end.responseStatus, end.answer, end.problem],
  );
}

/** Keeps a webhook from everybody else until the transaction ends, before its deliveries are touched; answers whether it is on. */
export async function lockWebhook(sql: Sql, webhookId: string): Promise<boolean> {
  const { rows } = await sql.query<{ enabled: boolean }>(
    'SELECT enabled FROM webhooks WHERE id = $1 FOR NO KEY UPDATE',
    [webhookId],
  );
  return rows[0]?.enabled ?? false;
}

/**
 * Ends a claim: delivered, given up, or to be tried again after so many milliseconds. Does nothing when the claim has run out and
 * somebody else has it; answers whether it was still ours.
 */
export async function settleDelivery(
  sql: Sql,
  { id, claim }: Claimed,
  outcome: { delivered: true } | { delivered: false; retryInMs: number | null },
): Promise<boolean> {
  const retryInMs = outcome.delivered ? null : outcome.retryInMs;
  const status: DeliveryStatus = outcome.delivered ? 'delivered' : retryInMs === null ? 'failed' : 'pending';
  const { rowCount } = await sql.query(
    `UPDATE deliveries SET status = $3, claim = NULL,
       next_at = CASE WHEN $3 = 'pending' THEN clock_timestamp() + make_interval(secs => $4::float8 / 1000) END,
       ended_at = CASE WHEN $3 <> 'pending' THEN clock_timestamp() END
     WHERE id = $1 AND claim = $2`,
    [id, claim, status, retryInMs],
  );
  return rowCount === 1;
}

/** Something got through to a webhook, or it did not: remembers since when it does not. */
export async function markReachable(sql: Sql, webhookId: string, reachable: boolean): Promise<void> {
  await sql.query(
    `UPDATE webhooks SET failing_since = CASE WHEN $2 THEN NULL ELSE clock_timestamp() END
     WHERE id = $1 AND (failing_since IS NULL) <> $2`,
    [webhookId, reachable],
  );
}

export type DisabledWebhook = { id: string; organisationId: string; name: string; url: string };

/**
 * Turns a webhook off, and gives up what waits for it. `failingHours`: only when nothing has got through to it for so long. Null
 * when it was off already, or need not be.
 */
export async function disableWebhook(
  sql: Sql,
  webhookId: string,
  { reason, failingHours = null }: { reason: DisabledReason; failingHours?: number | null },
): Promise<DisabledWebhook | null> {
  const { rows } = await sql.query<DisabledWebhook>(
    `UPDATE webhooks SET enabled = false, disabled_reason = $2, disabled_at = clock_timestamp()
     WHERE id = $1 AND enabled
       AND ($3::int IS NULL OR failing_since < clock_timestamp() - make_interval(hours => $3))
     RETURNING id, organisation_id AS "organisationId", name, url`,
    [webhookId, reason, failingHours],
  );
  if (rows[0]) await giveUpDeliveries(sql, webhookId);
  return rows[0] ?? null;
}

/** What is on its way to a webhook and in nobody's hands is given up; it can be sent again by hand. */
export async function giveUpDeliveries(sql: Sql, webhookId: string): Promise<void> {
  await sql.query(
    `UPDATE deliveries SET status = 'failed', next_at = NULL, ended_at = clock_timestamp()
     WHERE webhook_id = $1 AND status = 'pending' AND claim IS NULL`,
    [webhookId],
  );
}
