import type { Sql } from '#db/client.ts';
import type { Author } from '#db/queries/apply-definitions.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { askFor } from './ask-for.ts';
import { planOf } from './plan-of.ts';

/**
 * Asks for the approval of a plan that its starter need not look at first, with the reason the job was given: a schedule has nobody
 * who could press a button. A job that was given none, or wants to be confirmed, waits for a person to ask; so does one that changes
 * nothing.
 */
export async function askByItself(
  sql: Sql,
  jobId: string,
  { author, expiresInDays }: { author: Author; expiresInDays: number },
): Promise<void> {
  const job = (await findJob(sql, jobId)) as JobRow;
  const { confirm = false, reason } = job.options as { confirm?: boolean; reason?: string };
  if (confirm || !reason) return;
  const plan = await planOf(sql, job, 'plan');
  if (plan.changes === 0) return;
  const origin = { ip: null, userAgent: null, correlationId: author.correlationId ?? '' };
  const by = { ...author, organisationId: job.organisationId, origin };
  await askFor(sql, job, { by, subject: 'plan', plan, reason, expiresInDays });
}
