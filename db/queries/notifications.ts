import type { Sql } from '#db/client.ts';
import type { Classification } from '#domain/definition.ts';
import type { EventType } from '#domain/events.ts';
import { type KeyColumn, keyset, type PageAt, toPage } from './keyset.ts';
import { BATCH_OF_EVENT, tooHigh } from './visible-jobs.ts';

const COLUMNS: KeyColumn[] = [
  { sql: 'n.created_at', type: 'timestamptz' },
  { sql: 'n.event_id', type: 'uuid' },
];
const NEWEST_FIRST = { columns: COLUMNS, descending: true };

/** Whose inbox, and of which organisation's events (null: of every one) and how highly classified batches they may know. */
export type Inbox = { userId: string; scope: string | null; clearance: Classification };

export type NotificationRow = {
  id: string;
  type: EventType;
  at: string;
  read: boolean;
  data: Record<string, unknown>;
  key: string[];
};

type Search = {
  inbox: Inbox;
  state?: 'unread' | 'read' | undefined;
  about?: string | undefined;
  at: PageAt | null;
  limit: number;
};

const MINE = `n.user_id = $1 AND ($2::uuid IS NULL OR e.organisation_id = $2)
  AND NOT ${tooHigh(BATCH_OF_EVENT, '$3')}`;
const FROM = 'notifications n JOIN events e ON e.id = n.event_id';

/** One page of an inbox, newest first, how many entries match, and how many are unread at all. */
export async function listNotifications(sql: Sql, { inbox, state, about, at, limit }: Search) {
  const params: unknown[] = [inbox.userId, inbox.scope, inbox.clearance];
  const conditions = [MINE];
  if (state) conditions.push(`n.read_at IS ${state === 'unread' ? '' : 'NOT '}NULL`);
  if (about) conditions.push(`starts_with(e.type, $${params.push(`${about}.`)})`);
  const where = conditions.join(' AND ');
  const counted = sql.query<{ total: number }>(`SELECT count(*)::int AS total FROM ${FROM} WHERE ${where}`, [
    ...params,
  ]);
  const page = keyset(NEWEST_FIRST, at, params);
  const { rows } = await sql.query<NotificationRow>(
    `SELECT e.id, e.type, to_char(n.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
       n.read_at IS NOT NULL AS read, e.data, ${page.key} AS key
     FROM ${FROM} WHERE ${where}${page.condition} ORDER BY ${page.orderBy} LIMIT ${limit + 1}`,
    params,
  );
  const total = (await counted).rows[0]?.total ?? 0;
  return { ...toPage(rows, limit, at), total, unread: await countUnread(sql, inbox) };
}

export async function countUnread(sql: Sql, { userId, scope, clearance }: Inbox): Promise<number> {
  const { rows } = await sql.query<{ unread: number }>(
    `SELECT count(*)::int AS unread FROM ${FROM} WHERE ${MINE} AND n.read_at IS NULL`,
    [userId, scope, clearance],
  );
  return rows[0]?.unread ?? 0;
}

/** Answers whether it is in this person's inbox. */
export async function markRead(
  sql: Sql,
  { userId, scope, clearance }: Inbox,
  eventId: string,
  read: boolean,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE notifications n SET read_at = CASE WHEN $5 THEN coalesce(n.read_at, clock_timestamp()) END
     FROM events e WHERE e.id = n.event_id AND ${MINE} AND n.event_id = $4`,
    [userId, scope, clearance, eventId, read],
  );
  return rowCount === 1;
}

/** Everything that came up to this moment is read. */
export async function markAllRead(sql: Sql, { userId }: Inbox, until: string): Promise<void> {
  await sql.query(
    `UPDATE notifications SET read_at = clock_timestamp()
     WHERE user_id = $1 AND read_at IS NULL AND created_at <= $2::timestamptz`,
    [userId, until],
  );
}
