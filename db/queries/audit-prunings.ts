import type { Sql } from '#db/client.ts';
import type { Retention } from '#domain/audit-retention.ts';

/** Entries of a block whose time has passed, by kind. */
export type Expired = { block: number; ids: number[]; kinds: string[] };

/** Years by kind, with `otherwise` for the rest. */
type Times = { years: Retention; otherwise: number };

/** SQL: how long an entry, table alias `a`, is kept; $1 is years by kind as JSON, $2 the years of all other kinds. */
const KEPT = `make_interval(years => coalesce(($1::jsonb ->> split_part(a.action, '.', 1))::int, $2))`;

/** What would go now, by kind, and how old the oldest of it is. */
export async function countExpired(
  sql: Sql,
  { years, otherwise }: Times,
): Promise<{ kind: string; entries: number; oldest: string }[]> {
  const { rows } = await sql.query(
    `SELECT split_part(a.action, '.', 1) AS kind, count(*)::int AS entries,
       to_char(min(a.at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS oldest
     FROM audit_blocks b JOIN audit_entries a ON a.id > b.after_id AND a.id <= b.last_id
     WHERE b.first_at < now() - make_interval(years => $3) AND a.at < now() - ${KEPT}
     GROUP BY 1 ORDER BY 1`,
    [JSON.stringify(years), otherwise, leastOf({ years, otherwise })],
  );
  return rows;
}

/** The first block from this number on with something in it whose time has passed. */
export async function nextExpired(sql: Sql, { years, otherwise }: Times, from: number): Promise<Expired | null> {
  const { rows } = await sql.query<{ block: number; ids: string[]; kinds: string[] }>(
    `SELECT b.number AS block, array_agg(a.id ORDER BY a.id) AS ids, array_agg(DISTINCT split_part(a.action, '.', 1)) AS kinds
     FROM audit_blocks b JOIN audit_entries a ON a.id > b.after_id AND a.id <= b.last_id
     WHERE b.number >= $4 AND b.first_at < now() - make_interval(years => $3) AND a.at < now() - ${KEPT}
     GROUP BY b.number ORDER BY b.number LIMIT 1`,
    [JSON.stringify(years), otherwise, leastOf({ years, otherwise }), from],
  );
  const row = rows[0];
  return row ? { ...row, ids: row.ids.map(Number) } : null;
}

function leastOf({ years, otherwise }: Times): number {
  return Math.min(otherwise, ...Object.values(years));
}

type NewPruning = {
  block: number;
  ids: readonly number[];
  years: Retention;
  reason: string;
  prunedAt: string;
  keyId: string;
  signature: Buffer;
};

/** Says, signed, what goes out of a block, and lets it go: the database refuses the one without the other. */
export async function pruneEntries(sql: Sql, pruning: NewPruning): Promise<void> {
  const { block, ids, years, reason, prunedAt, keyId, signature } = pruning;
  await sql.query(
    `INSERT INTO audit_prunings (block, ids, years, reason, pruned_at, key_id, signature) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [block, ids, JSON.stringify(years), reason, prunedAt, keyId, signature],
  );
  await sql.query('DELETE FROM audit_entries WHERE id = ANY ($1::bigint[])', [ids]);
  // What makes entries findable tells of them too.
  await sql.query(
    `WITH gone AS (DELETE FROM audit_texts WHERE block = $1 RETURNING text, ids),
       kept AS (SELECT text, array(SELECT id FROM unnest(ids) id WHERE id <> ALL ($2::bigint[])) AS ids FROM gone)
     INSERT INTO audit_texts (block, text, ids) SELECT $1, text, ids FROM kept WHERE cardinality(ids) > 0`,
    [block, ids],
  );
}

/** When entries were last taken out for being past their time, why, and how many that time went from all blocks; null: never. */
export async function readLastPruning(sql: Sql): Promise<{ at: string; reason: string; entries: number } | null> {
  const { rows } = await sql.query<{ at: Date; reason: string; entries: number }>(
    `SELECT max(pruned_at) AS at, reason, sum(cardinality(ids))::int AS entries FROM audit_prunings
     WHERE pruned_at::date = (SELECT max(pruned_at)::date FROM audit_prunings) GROUP BY reason ORDER BY 1 DESC LIMIT 1`,
  );
  const [row] = rows;
  return row ? { ...row, at: row.at.toISOString() } : null;
}

/** Names of people nobody speaks of any more. */
export async function forgetAuditPeople(sql: Sql): Promise<void> {
  await sql.query(
    `DELETE FROM audit_people p WHERE NOT EXISTS (
       SELECT FROM audit_entries a WHERE a.actor_id = p.actor_id AND a.actor_name = p.name)`,
  );
}
