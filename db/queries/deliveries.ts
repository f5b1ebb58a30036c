import type { Sql } from '#db/client.ts';
import type { DeliveryProblem, DeliveryStatus } from '#domain/deliveries.ts';
import type { EventType, TEST_EVENT } from '#domain/events.ts';
import { type KeyColumn, keyset, type PageAt, toPage } from './keyset.ts';

const COLUMNS: KeyColumn[] = [
  { sql: 'd.created_at', type: 'timestamptz' },
  { sql: 'd.id', type: 'uuid' },
];
const NEWEST_FIRST = { columns: COLUMNS, descending: true };

export type AttemptRow = {
  number: number;
  startedAt: string;
  durationMs: number | null;
  responseStatus: number | null;
  problem: DeliveryProblem | null;
};

export type DeliveryRow = {
  id: string;
  eventId: string;
  type: EventType | typeof TEST_EVENT;
  status: DeliveryStatus;
  attempts: number;
  createdAt: Date;
  nextAt: Date | null;
  last: AttemptRow | null;
  key: string[];
};

const ATTEMPT = `'number', a.number, 'startedAt', a.started_at, 'durationMs', a.duration_ms,
  'responseStatus', a.response_status, 'problem', a.problem`;
const SELECT = `d.id, d.event_id AS "eventId", e.type, d.status, d.attempts, d.created_at AS "createdAt", d.next_at AS "nextAt",
  (SELECT jsonb_build_object(${ATTEMPT}) FROM delivery_attempts a
   WHERE a.delivery_id = d.id ORDER BY a.number DESC LIMIT 1) AS last`;
const FROM = 'deliveries d JOIN events e ON e.id = d.event_id';

type Search = { webhookId: string; status?: DeliveryStatus | undefined; at: PageAt | null; limit: number };

/** One page of what went to a webhook, newest first, and how many match. */
export async function listDeliveryRows(sql: Sql, { webhookId, status, at, limit }: Search) {
  const params: unknown[] = [webhookId, status ?? null];
  const where = 'd.webhook_id = $1 AND ($2::text IS NULL OR d.status = $2)';
  const counted = sql.query<{ total: number }>(`SELECT count(*)::int AS total FROM ${FROM} WHERE ${where}`, [
    ...params,
  ]);
  const page = keyset(NEWEST_FIRST, at, params);
  const { rows } = await sql.query<DeliveryRow>(
    `SELECT ${SELECT}, ${page.key} AS key FROM ${FROM} WHERE ${where}${page.condition}
     ORDER BY ${page.orderBy} LIMIT ${limit + 1}`,
    params,
  );
  return { ...toPage(rows, limit, at), total: (await counted).rows[0]?.total ?? 0 };
}

export type DeliveryDetailRow = DeliveryRow & { body: string; tries: (AttemptRow & { answer: string | null })[] };

/** One of this webhook's with everything that is known of it; null when it has none such. */
export async function findDeliveryRow(sql: Sql, webhookId: string, id: string): Promise<DeliveryDetailRow | null> {
  const { rows } = await sql.query<DeliveryDetailRow>(
    `SELECT ${SELECT}, d.body, (SELECT coalesce(jsonb_agg(jsonb_build_object(${ATTEMPT}, 'answer', a.answer)
       ORDER BY a.number DESC), '[]') FROM delivery_attempts a WHERE a.delivery_id = d.id) AS tries
     FROM ${FROM} WHERE d.webhook_id = $1 AND d.id = $2`,
    [webhookId, id],
  );
  return rows[0] ?? null;
}

/** Sends again, from the first wait on, what is in nobody's hands. Answers whether it did. */
export async function replayDelivery(sql: Sql, webhookId: string, id: string): Promise<boolean> {
  const { rowCount } = await sql.query(`${REPLAY} WHERE webhook_id = $1 AND id = $2 AND claim IS NULL`, [
    webhookId,
    id,
  ]);
  return rowCount === 1;
}

/** Sends everything again that was given up since then. Answers how many. */
export async function replayFailed(sql: Sql, webhookId: string, since: string | null): Promise<number> {
  const { rowCount } = await sql.query(
    `${REPLAY} WHERE webhook_id = $1 AND status = 'failed' AND claim IS NULL
       AND ($2::timestamptz IS NULL OR created_at >= $2)`,
    [webhookId, since],
  );
  return rowCount ?? 0;
}

const REPLAY = `UPDATE deliveries SET status = 'pending', tries = 0, next_at = clock_timestamp(), ended_at = NULL`;
