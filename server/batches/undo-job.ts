import type { Undo, UndoRequest } from '#contract/jobs.ts';
import { moveJob } from '#db/queries/move-job.ts';
import { previewUndo } from '#db/queries/preview-undo.ts';
import { undoNeedsApproval } from '#db/queries/require-approval.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { nextStatus } from '#domain/job-status.ts';
import { UNDOABLE_OPERATIONS } from '#domain/operation-names.ts';
import type { Services } from '#server/services.ts';
import { readJob } from './read-job.ts';
import { steerJob } from './steer-job.ts';
import { steerableJob } from './visible-job.ts';

/**
 * Takes back what an ended job did, as far as nobody has changed it since; or only says what that would do. The answer counts what
 * would be reversed, kept and failed at this moment; what became of each item is in the job afterwards.
 * @throws Problem `approval_required` when somebody else has to agree first: see `requestApproval`
 */
export async function undoJob(
  services: Services,
  actor: Actor,
  jobId: string,
  { dryRun = false }: UndoRequest,
): Promise<Undo> {
  const job = await steerableJob(services, actor, jobId);
  if (!UNDOABLE_OPERATIONS.includes(job.operation)) throw new Problem('not_supported');
  if (nextStatus(job.status, 'undo') === null) throw new Problem('wrong_state', { status: job.status });
  const needsApproval = await undoNeedsApproval(services.pool, job);
  const preview = { ...(await previewUndo(services.pool, job)), needsApproval };
  if (!dryRun && needsApproval) throw new Problem('approval_required');
  if (dryRun) return { ...preview, job: await readJob(services, actor, jobId) };
  const undone = await steerJob(services, actor, jobId, async (sql) => {
    await sql.query('UPDATE jobs SET undone_by = $2 WHERE id = $1', [jobId, actor.id]);
    return moveJob(sql, jobId, { event: 'undo', actor, phase: 'applying' });
  });
  return { ...preview, job: undone };
}
