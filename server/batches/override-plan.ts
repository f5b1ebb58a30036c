import type { Confirmation } from '#contract/jobs.ts';
import type { Sql } from '#db/client.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { countPlan, keepOverrideReason, overrideGate } from '#db/queries/override-items.ts';
import { Problem } from '#domain/errors.ts';
import { applyOverrides } from './apply-overrides.ts';
import { type Settled, settleOverrides } from './settle-overrides.ts';

/** A filter may be about thousands of items; a few of them say enough. */
const MOST_ERRORS = 100;

/** Makes of a plan what a person wants of it. @throws Problem `invalid_request` when the gate is overruled without a word */
export async function overridePlan(
  sql: Sql,
  job: JobRow,
  input: Pick<Confirmation, 'overrides' | 'overrideReason' | 'reason'>,
): Promise<void> {
  const why = input.overrideReason ?? (input.reason?.trim() || null);
  const settled = await settleOverrides(sql, job, input.overrides ?? []);
  if (why === null) requireNoReason(settled);
  await applyOverrides(sql, job, settled);
  if (input.overrideReason !== undefined) {
    await overrideGate(sql, job.id);
    await countPlan(sql, job.id);
  }
  if (why !== null && (settled.needsReason.length > 0 || input.overrideReason !== undefined))
    await keepOverrideReason(sql, job.id, why);
}

function requireNoReason({ needsReason }: Settled): void {
  if (needsReason.length === 0) return;
  const errors = needsReason.map(({ by, position, choice }) => ({
    path: `overrides.${by}`,
    code: 'override_needs_reason',
    message: `Item ${position} can become ${choice} only with a reason`,
  }));
  throw new Problem('invalid_request', {}, errors.slice(0, MOST_ERRORS));
}
