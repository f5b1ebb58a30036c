import type { Sql } from '#db/client.ts';
import type { JobStatus } from '#domain/job-status.ts';

/** How far these jobs have come, and nothing else: asked every second about every job somebody watches. */
export async function jobStates(
  sql: Sql,
  jobIds: readonly string[],
): Promise<{ id: string; seq: number; status: JobStatus }[]> {
  const { rows } = await sql.query('SELECT id, seq, status FROM jobs WHERE id = ANY($1::uuid[])', [jobIds]);
  return rows;
}
