import type { Sql } from '#db/client.ts';
import { AUDIT_SEARCH_TEXT } from './audit-entry-text.ts';

/** More people than this whose names have a piece in common are nobody in particular. */
const MOST_PEOPLE = 100;

const HEAD = '(SELECT coalesce(max(last_id), 0) FROM audit_blocks)';

/** The actions a word stands for: itself, or all of its kind. Sealing keeps a list; what is not sealed yet is looked through. */
export async function findAuditActions(sql: Sql, action: string): Promise<string[]> {
  const { rows } = await sql.query<{ action: string }>(
    `SELECT action FROM (
       SELECT action FROM audit_actions UNION SELECT a.action FROM audit_entries a WHERE a.id > ${HEAD}) known
     WHERE action = $1 OR starts_with(action, $1 || '.')`,
    [action],
  );
  return rows.map((row) => row.action);
}

/** Every kind of action that has been sealed: what stands before the dot. */
export async function listAuditKinds(sql: Sql): Promise<string[]> {
  const { rows } = await sql.query<{ kind: string }>(
    `SELECT DISTINCT split_part(action, '.', 1) AS kind FROM audit_actions`,
  );
  return rows.map(({ kind }) => kind);
}

/** The people whose name, now or when they did something, has this piece in it. */
export async function findAuditPeople(sql: Sql, piece: string): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT actor_id::text AS id FROM audit_people WHERE name ILIKE $1
     UNION SELECT id::text FROM users WHERE name ILIKE $1
     UNION SELECT a.actor_id::text FROM audit_entries a WHERE a.id > ${HEAD} AND a.actor_name ILIKE $1 AND a.actor_id IS NOT NULL
     LIMIT ${MOST_PEOPLE}`,
    [likePattern(piece)],
  );
  return rows.map(({ id }) => id);
}

export async function jobsOfBatch(sql: Sql, batchId: string): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>('SELECT id FROM jobs WHERE batch_id = $1', [batchId]);
  return rows.map(({ id }) => id);
}

/** Behind which entry and up to which those of a period lie, as far as blocks tell; null: no limit. */
export type IdBounds = { afterId: number; upTo: number | null };

export async function idBoundsOf(
  sql: Sql,
  { from, until }: { from: string | null; until: string | null },
): Promise<IdBounds> {
  const head = await readHeadId(sql);
  const { rows } = await sql.query<{ afterId: number; upTo: number | null }>(
    `SELECT coalesce((SELECT min(after_id) FROM audit_blocks WHERE last_at >= coalesce($1::timestamptz, '-infinity')),
         $3::bigint) AS "afterId",
       -- What is not sealed yet belongs to no block that could say when it was.
       CASE WHEN $2::timestamptz IS NULL OR EXISTS (SELECT FROM audit_entries a WHERE a.id > $3 AND a.at <= $2)
         THEN NULL ELSE coalesce((SELECT max(last_id) FROM audit_blocks WHERE first_at <= $2), 0) END AS "upTo"`,
    [from, until, head],
  );
  return rows[0] as IdBounds;
}

/** Asked first: only when it knows the number, Postgres sees that hardly anything lies behind it. */
async function readHeadId(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(`SELECT ${HEAD} AS id`);
  return rows[0]?.id ?? 0;
}

/** Where a text occurs: the entries, when they are not too many to be named; else only between which ones they lie. */
export type TextHits = { ids: number[] } | { between: IdBounds };

export async function findAuditText(sql: Sql, piece: string, most: number): Promise<TextHits> {
  const pattern = likePattern(piece);
  const { rows } = await sql.query<{ count: number; first: number | null; last: number | null }>(
    `SELECT coalesce(sum(cardinality(ids)), 0)::int AS count, min(block) AS first, max(block) AS last FROM audit_texts
     WHERE text ILIKE $1`,
    [pattern],
  );
  const { count = 0, first = null, last = null } = rows[0] ?? {};
  if (count > most) {
    const bounds = await sql.query<IdBounds>(
      `SELECT (SELECT after_id FROM audit_blocks WHERE number = $1) AS "afterId",
         CASE WHEN EXISTS (SELECT FROM audit_entries a WHERE a.id > $3) THEN NULL
           ELSE (SELECT last_id FROM audit_blocks WHERE number = $2) END AS "upTo"`,
      [first, last, await readHeadId(sql)],
    );
    return { between: bounds.rows[0] as IdBounds };
  }
  const found = await sql.query<{ id: number }>(
    `SELECT unnest(ids) AS id FROM audit_texts WHERE text ILIKE $1
     UNION ALL SELECT a.id FROM audit_entries a WHERE a.id > ${HEAD} AND ${AUDIT_SEARCH_TEXT} ILIKE $1`,
    [pattern],
  );
  return { ids: found.rows.map(({ id }) => id) };
}

/** Any text with this piece in it; what a pattern means otherwise stands for itself. */
export function likePattern(piece: string): string {
  return `%${piece.replace(/[\\%_]/g, '\\$&')}%`;
}
