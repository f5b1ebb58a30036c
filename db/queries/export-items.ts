import type { Connection, Sql } from '#db/client.ts';
import { eachRow } from '#db/each-row.ts';

/** A definition of a chunk with its row image, or null where it is gone. */
export type ExportRow = {
  position: number;
  definitionId: string;
  version: number;
  image: Record<string, unknown> | null;
  contentHash: string | null;
};

/** The definitions of a chunk as they were when they were selected, whatever happened to them since, one by one as they are read. */
export function eachExportItem(
  sql: Connection,
  jobId: string,
  { first, last }: { first: number; last: number },
  each: (row: ExportRow) => void,
): Promise<void> {
  return eachRow<ExportRow>(
    sql,
    `SELECT i.position, i.definition_id AS "definitionId", i.base_version AS version, v.snapshot AS image,
       v.content_hash AS "contentHash"
     FROM job_items i
     LEFT JOIN definition_versions v ON v.definition_id = i.definition_id AND v.version = i.base_version
     WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'pending' ORDER BY i.work_order`,
    [jobId, first, last],
    each,
  );
}

/** The definitions of a job as they were when they were selected, a run of them behind a position; -1 begins at the first. */
export async function readFrozenVersions(sql: Sql, jobId: string, after: number, limit: number) {
  const { rows } = await sql.query<{ position: number; snapshot: Record<string, unknown> | null }>(
    `SELECT i.position, v.snapshot FROM job_items i
     LEFT JOIN definition_versions v ON v.definition_id = i.definition_id AND v.version = i.base_version
     WHERE i.job_id = $1 AND i.position > $2 ORDER BY i.position LIMIT $3`,
    [jobId, after, limit],
  );
  return rows;
}

/**
 * Records that a chunk was rendered; what was gone by then failed. The range of the chunk says what the planner cannot know while a
 * job is young: that these are few of its items, and where.
 */
export async function endExportItems(
  sql: Sql,
  jobId: string,
  { first, last }: { first: number; last: number },
  { rendered, gone }: { rendered: readonly number[]; gone: readonly number[] },
): Promise<void> {
  await sql.query(
    `UPDATE job_items SET attempts = attempts + 1, result_version = base_version,
       status = (CASE WHEN position = ANY ($3::int[]) THEN 'failed' ELSE 'succeeded' END)::item_outcome,
       problem_code = CASE WHEN position = ANY ($3::int[]) THEN 'export_definition_gone' END
     WHERE job_id = $1 AND work_order BETWEEN $4 AND $5 AND position = ANY ($2::int[])`,
    [jobId, [...rendered, ...gone], gone, first, last],
  );
}

/** What the chunks of a job kept, in order; a chunk that was replayed item by item kept a list. */
export async function readChunkOutputs<T>(sql: Sql, jobId: string, after: number, limit: number) {
  const { rows } = await sql.query<{ number: number; output: T | T[] | null }>(
    `SELECT number, output FROM job_chunks WHERE job_id = $1 AND done AND number > $2 ORDER BY number LIMIT $3`,
    [jobId, after, limit],
  );
  return rows;
}

/** Outputs read at once; each says no more than where what its chunk made is kept. */
const OUTPUTS_AT_ONCE = 500;

/** What every chunk of a job kept, one after the other in their order. */
export async function* allChunkOutputs<T>(sql: Sql, jobId: string): AsyncGenerator<T> {
  for (let after = -1; ; ) {
    const chunks = await readChunkOutputs<T>(sql, jobId, after, OUTPUTS_AT_ONCE);
    const last = chunks.at(-1);
    if (!last) return;
    after = last.number;
    for (const { output } of chunks) if (output !== null) yield* Array.isArray(output) ? output : [output];
  }
}

/** A rolled-back export takes nothing back but its own outcome. */
export async function undoExportItems(sql: Sql, jobId: string, first: number, last: number): Promise<number> {
  const { rowCount } = await sql.query(
    `UPDATE job_items SET status = 'rolled_back' WHERE job_id = $1 AND work_order BETWEEN $2 AND $3 AND status = 'succeeded'`,
    [jobId, first, last],
  );
  return rowCount ?? 0;
}
