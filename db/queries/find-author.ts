import type { Sql } from '#db/client.ts';
import type { Author } from './apply-definitions.ts';
import type { JobRow } from './job-row.ts';

/** The person a job works for, as its audit entries name them: who started it, or who has it taken back. */
export async function findAuthor(
  sql: Sql,
  job: Pick<JobRow, 'createdBy' | 'undoneBy' | 'correlationId'>,
): Promise<Author> {
  const { rows } = await sql.query<Omit<Author, 'correlationId'>>('SELECT id, name, role FROM users WHERE id = $1', [
    job.undoneBy ?? job.createdBy,
  ]);
  const author = rows[0];
  if (!author) throw new Error('The person who started this job is gone');
  return { ...author, correlationId: job.correlationId };
}
