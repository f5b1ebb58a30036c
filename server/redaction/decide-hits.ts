import type { HitDecisions, HitDecisionsAnswer } from '#contract/redaction.ts';
import { inTransaction } from '#db/client.ts';
import { findApproval } from '#db/queries/approvals.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { findJob } from '#db/queries/job-row.ts';
import { decideHits as writeDecisions } from '#db/queries/redaction-hits.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import { redactionJob } from './redaction-job.ts';

/**
 * Decides what becomes of hits, while the plan waits and nobody has been asked to approve it. Audited by what was chosen, not by what
 * it is. @throws Problem `wrong_state`, `approval_open`
 */
export async function decideHits(
  services: Services,
  actor: Actor,
  jobId: string,
  { decision, ...chosen }: HitDecisions,
): Promise<HitDecisionsAnswer> {
  await redactionJob(services, actor, jobId);
  return inTransaction(services.pool, async (sql) => {
    await sql.query('SELECT FROM jobs WHERE id = $1 FOR UPDATE', [jobId]);
    const job = await findJob(sql, jobId);
    if (job?.status !== 'awaiting_confirmation') throw new Problem('wrong_state', { status: job?.status ?? '' });
    if (await findApproval(sql, jobId, 'requested')) throw new Problem('approval_open');
    const changed = await writeDecisions(sql, jobId, chosen, decision);
    if (changed > 0)
      await insertAuditEntries(sql, actor, [
        {
          action: 'redaction.decided',
          subjectType: 'job',
          subjectId: jobId,
          jobId,
          details: { decision, changed, ...('hits' in chosen ? { hits: chosen.hits.length } : chosen) },
        },
      ]);
    return { changed };
  });
}
