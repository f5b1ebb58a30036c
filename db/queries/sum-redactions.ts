import type { Sql } from '#db/client.ts';
import type { RedactionKind } from '#domain/redaction/kinds.ts';

/** How often each kind of thing was redacted by a job, as its chunks counted it; empty where nothing was. */
export async function sumRedactions(sql: Sql, jobId: string): Promise<Partial<Record<RedactionKind, number>>> {
  const { rows } = await sql.query<{ kind: RedactionKind; count: number }>(
    `SELECT r.key AS kind, sum(r.value::int)::int AS count FROM job_chunks c,
       jsonb_array_elements(CASE jsonb_typeof(c.output) WHEN 'array' THEN c.output ELSE jsonb_build_array(c.output) END) AS o(output),
       jsonb_each_text(CASE jsonb_typeof(o.output -> 'redactions') WHEN 'object' THEN o.output -> 'redactions' ELSE '{}' END) AS r
     WHERE c.job_id = $1 AND c.done AND c.output IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
    [jobId],
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}
