import type { Sql } from '#db/client.ts';
import { countWrites, digestOfPlan, digestOfWritten } from '#db/queries/approved-plans.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { previewUndo } from '#db/queries/preview-undo.ts';
import { countHitsByKind, digestOfHits } from '#db/queries/redaction-hits.ts';
import { readRedactionSettings } from '#db/queries/redaction-settings.ts';
import type { ApprovalSubject } from '#domain/approval.ts';
import { Problem } from '#domain/errors.ts';
import { hitFinder } from '#domain/redaction/find-hits.ts';

/** What somebody is asked to say yes to. */
export type ApprovablePlan = {
  /** Stands for all of it. */
  digest: string;
  /** How many things it would change. */
  changes: number;
  /** Refuses a reason that must not be kept for ever. @throws Problem `invalid_request` */
  refuseReason(reason: string): void;
};

/** What is asked for, as it is now: the plan of a job by its operation, or what taking the job back would do. */
export async function planOf(sql: Sql, job: JobRow, subject: ApprovalSubject): Promise<ApprovablePlan> {
  if (subject === 'undo') {
    const { reversed } = await previewUndo(sql, job);
    return { digest: await digestOfWritten(sql, job.id), changes: reversed, refuseReason() {} };
  }
  if (job.operation === 'redact') return planOfRedaction(sql, job);
  return { digest: await digestOfPlan(sql, job.id), changes: await countWrites(sql, job.id), refuseReason() {} };
}

async function planOfRedaction(sql: Sql, job: JobRow): Promise<ApprovablePlan> {
  const kinds = await countHitsByKind(sql, job.id);
  const { terms } = await readRedactionSettings(sql, job.organisationId);
  return {
    digest: await digestOfHits(sql, job.id),
    changes: kinds.reduce((total, { redact }) => total + redact, 0),
    refuseReason(reason) {
      if (hitFinder({ terms })(reason).length === 0) return;
      throw new Problem('invalid_request', {}, [
        { path: 'reason', code: 'holds_personal_data', message: 'The reason has something in it that is redacted' },
      ]);
    },
  };
}
