import type { Sql } from '#db/client.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { countHitsByKind, digestOfHits } from '#db/queries/redaction-hits.ts';
import { readRedactionSettings } from '#db/queries/redaction-settings.ts';
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

/** The plan of a job that needs an approval, by its operation: the one place an operation adds to when it begins to need one. */
export async function planOf(sql: Sql, job: JobRow): Promise<ApprovablePlan> {
  if (job.operation !== 'redact') throw new Problem('not_supported');
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
