import type { Sql } from '#db/client.ts';
import { keyset, type PageAt, toPage } from './keyset.ts';
import { SCHEDULE_COLUMNS, type ScheduleRow } from './schedule-row.ts';

/** What comes first goes first; what is paused comes after all that is not. */
const SOONEST_FIRST = {
  columns: [
    { sql: 's.paused', type: 'boolean' },
    { sql: 's.next_at', type: 'timestamptz' },
    { sql: 's.id', type: 'uuid' },
  ],
  descending: false,
};
const SEEN = `s.deleted_at IS NULL AND ($1::uuid IS NULL OR s.organisation_id = $1)`;

type ScheduleSearch = { scope: string | null; at: PageAt | null; limit: number };

/** One page of schedules, and how many there are; seen from one organisation or from all (null). */
export async function listScheduleRows(sql: Sql, { scope, at, limit }: ScheduleSearch) {
  const counted = await sql.query<{ total: number }>(`SELECT count(*)::int AS total FROM schedules s WHERE ${SEEN}`, [
    scope,
  ]);
  const params: unknown[] = [scope];
  const page = keyset(SOONEST_FIRST, at, params);
  const { rows } = await sql.query<ScheduleRow & { key: string[] }>(
    `SELECT ${SCHEDULE_COLUMNS}, ${page.key} AS key FROM schedules s JOIN users p ON p.id = s.created_by
     WHERE ${SEEN}${page.condition} ORDER BY ${page.orderBy} LIMIT ${limit + 1}`,
    params,
  );
  return { ...toPage(rows, limit, at), total: counted.rows[0]?.total ?? 0 };
}

/** One schedule that was not deleted. With `lock` nobody else changes or starts it before the transaction ends. */
export async function findScheduleRow(
  sql: Sql,
  id: string,
  scope: string | null,
  { lock = false } = {},
): Promise<ScheduleRow | null> {
  const { rows } = await sql.query<ScheduleRow>(
    `SELECT ${SCHEDULE_COLUMNS} FROM schedules s JOIN users p ON p.id = s.created_by
     WHERE ${SEEN} AND s.id = $2${lock ? ' FOR UPDATE OF s' : ''}`,
    [scope, id],
  );
  return rows[0] ?? null;
}
