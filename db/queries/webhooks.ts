import type { Sql } from '#db/client.ts';
import type { DisabledReason } from '#domain/deliveries.ts';
import type { EventType } from '#domain/events.ts';

export type WebhookRow = {
  id: string;
  organisationId: string;
  name: string;
  url: string;
  events: EventType[];
  enabled: boolean;
  disabledReason: DisabledReason | null;
  disabledAt: Date | null;
  failingSince: Date | null;
  previousUntil: Date | null;
  createdAt: Date;
  createdBy: { id: string; name: string };
  pending: number;
  failed: number;
};

const COLUMNS = `w.id, w.organisation_id AS "organisationId", w.name, w.url, w.events, w.enabled,
  w.disabled_reason AS "disabledReason", w.disabled_at AS "disabledAt", w.failing_since AS "failingSince",
  CASE WHEN w.previous_until > clock_timestamp() THEN w.previous_until END AS "previousUntil", w.created_at AS "createdAt",
  jsonb_build_object('id', u.id, 'name', u.name) AS "createdBy", counted.pending, counted.failed`;
const FROM = `webhooks w JOIN users u ON u.id = w.created_by CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE status = 'pending')::int AS pending, count(*) FILTER (WHERE status = 'failed')::int AS failed
  FROM deliveries WHERE webhook_id = w.id) counted`;

/** The webhooks of an organisation, oldest first. */
export async function listWebhookRows(sql: Sql, organisationId: string): Promise<WebhookRow[]> {
  const { rows } = await sql.query<WebhookRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE w.organisation_id = $1 AND w.deleted_at IS NULL ORDER BY w.created_at, w.id`,
    [organisationId],
  );
  return rows;
}

/** One of this organisation; null when it has none such. `lock`: kept from everybody else until the transaction ends. */
export async function findWebhookRow(
  sql: Sql,
  id: string,
  organisationId: string,
  { lock = false } = {},
): Promise<WebhookRow | null> {
  const { rows } = await sql.query<WebhookRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE w.id = $1 AND w.organisation_id = $2 AND w.deleted_at IS NULL
     ${lock ? 'FOR NO KEY UPDATE OF w' : ''}`,
    [id, organisationId],
  );
  return rows[0] ?? null;
}

type NewRow = Pick<WebhookRow, 'id' | 'organisationId' | 'name' | 'url' | 'events'> & {
  /** Sealed. */
  secret: string;
  createdBy: string;
};

/** Adds a webhook unless the organisation has so many already; answers whether it did. One at a time per organisation. */
export async function insertWebhook(sql: Sql, row: NewRow, most: number): Promise<boolean> {
  await sql.query('SELECT FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [row.organisationId]);
  const { rowCount } = await sql.query(
    `INSERT INTO webhooks (id, organisation_id, name, url, events, secret, created_by)
     SELECT $1, $2, $3, $4, $5, $6, $7
     WHERE (SELECT count(*) FROM webhooks WHERE organisation_id = $2 AND deleted_at IS NULL) < $8`,
    [row.id, row.organisationId, row.name, row.url, row.events, row.secret, row.createdBy, most],
  );
  return rowCount === 1;
}

type Change = Pick<WebhookRow, 'name' | 'url' | 'events'> & { enabled: boolean };

/** Whether it is turned on anew is told by `enabled`; turning off is disableWebhook's. */
export async function updateWebhook(sql: Sql, id: string, { name, url, events, enabled }: Change): Promise<void> {
  await sql.query(
    `UPDATE webhooks SET name = $2, url = $3, events = $4, enabled = enabled OR $5,
       disabled_reason = CASE WHEN $5 THEN NULL ELSE disabled_reason END,
       disabled_at = CASE WHEN $5 THEN NULL ELSE disabled_at END,
       failing_since = CASE WHEN $5 AND NOT enabled THEN NULL ELSE failing_since END
     WHERE id = $1`,
    [id, name, url, events, enabled],
  );
}

/** A new secret; the one before it signs as well for so many hours. */
export async function replaceSecret(sql: Sql, id: string, secret: string, hours: number): Promise<void> {
  await sql.query(
    `UPDATE webhooks SET previous_secret = secret, previous_until = clock_timestamp() + make_interval(hours => $3),
       secret = $2 WHERE id = $1`,
    [id, secret, hours],
  );
}

/** Its secrets go at once; what was delivered stays readable to the audit of the database. */
export async function markWebhookDeleted(sql: Sql, id: string): Promise<void> {
  await sql.query(
    `UPDATE webhooks SET deleted_at = clock_timestamp(), secret = '', previous_secret = NULL, previous_until = NULL
     WHERE id = $1`,
    [id],
  );
}
