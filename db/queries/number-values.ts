import type pg from 'pg';
import { inTransaction, type Sql } from '#db/client.ts';
import type { RedactionKind } from '#domain/redaction/kinds.ts';

/** A value by its kind and its keyed hash; the value itself is in no table. */
export type HashedValue = { kind: RedactionKind; hash: string };
export type NumberedValue = HashedValue & { number: number };

const KNOWN = `SELECT p.kind, p.value_hash AS hash, p.number FROM redaction_placeholders p
  JOIN unnest($2::redaction_kind[], $3::text[]) AS asked(kind, hash) ON p.kind = asked.kind AND p.value_hash = asked.hash
  WHERE p.scope = $1`;

/**
 * The number of each of these values within `scope`; values that have none get the next ones of their kind, in the order of the
 * list. Whoever numbers the same lists in the same order, again or at the same time, gets the same numbers.
 */
export async function numberValues(
  pool: pg.Pool,
  scope: string,
  values: readonly HashedValue[],
): Promise<NumberedValue[]> {
  if (values.length === 0) return [];
  const params = [scope, values.map(({ kind }) => kind), values.map(({ hash }) => hash)];
  const { rows: known } = await pool.query<NumberedValue>(KNOWN, params);
  if (known.length === new Set(values.map(({ kind, hash }) => `${kind} ${hash}`)).size) return known;
  return inTransaction(pool, async (sql) => {
    // One at a time per scope; the next statement sees what whoever was first has committed.
    await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`redaction ${scope}`]);
    await sql.query(
      `WITH asked AS (
         SELECT kind, hash, min(nth) AS nth
         FROM unnest($2::redaction_kind[], $3::text[]) WITH ORDINALITY AS a(kind, hash, nth) GROUP BY 1, 2),
       fresh AS (
         SELECT a.kind, a.hash, row_number() OVER (PARTITION BY a.kind ORDER BY a.nth)::int AS plus FROM asked a
         WHERE NOT EXISTS (SELECT FROM redaction_placeholders p
           WHERE p.scope = $1 AND p.kind = a.kind AND p.value_hash = a.hash))
       INSERT INTO redaction_placeholders (scope, kind, value_hash, number)
       SELECT $1, f.kind, f.hash, f.plus + coalesce((SELECT max(number) FROM redaction_placeholders p
         WHERE p.scope = $1 AND p.kind = f.kind), 0) FROM fresh f`,
      params,
    );
    return (await sql.query<NumberedValue>(KNOWN, params)).rows;
  });
}

/** The batch whose numbers a job uses: its own, or when it does another job's items again, the one of the first of those. */
export async function findRedactionScope(sql: Sql, jobId: string): Promise<string> {
  const { rows } = await sql.query<{ scope: string }>(
    `WITH RECURSIVE line AS (
       SELECT id, retry_of, batch_id, 0 AS back FROM jobs WHERE id = $1
       UNION ALL SELECT j.id, j.retry_of, j.batch_id, line.back + 1 FROM jobs j JOIN line ON j.id = line.retry_of)
     SELECT batch_id AS scope FROM line ORDER BY back DESC LIMIT 1`,
    [jobId],
  );
  if (!rows[0]) throw new Error(`There is no job ${jobId}`);
  return rows[0].scope;
}

export type ToNumber = { id: string; options: Record<string, unknown> };

/** The exports of a job's batch whose values are not all numbered yet, in the order of their places; the job itself is one of them. */
export async function listToNumber(sql: Sql, jobId: string): Promise<ToNumber[]> {
  const { rows } = await sql.query<ToNumber>(
    `SELECT j.id, j.options FROM jobs j JOIN jobs own ON own.batch_id = j.batch_id
     WHERE own.id = $1 AND j.operation = 'export' AND j.options ? 'redaction' AND (j.frozen OR j.id = $1)
       AND NOT EXISTS (SELECT FROM redaction_numbered n WHERE n.job_id = j.id)
     ORDER BY j.place`,
    [jobId],
  );
  return rows;
}

export async function recordNumbered(sql: Sql, jobId: string): Promise<void> {
  await sql.query('INSERT INTO redaction_numbered (job_id) VALUES ($1) ON CONFLICT DO NOTHING', [jobId]);
}
