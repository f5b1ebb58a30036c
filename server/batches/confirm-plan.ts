import type { Confirmation, Job } from '#contract/jobs.ts';
import { assess } from '#db/assess.ts';
import type { Sql } from '#db/client.ts';
import { cancelPendingItems } from '#db/queries/end-items.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { moveJob } from '#db/queries/move-job.ts';
import {
  keepOverrideReason,
  type OverridableItem,
  overrideGate,
  overrideItems,
  readOverridable,
} from '#db/queries/override-items.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import { contentFromRow, toRowImage } from '#db/row-image.ts';
import type { Actor } from '#domain/access.ts';
import { type FieldError, Problem } from '#domain/errors.ts';
import { type Decision, mayOverride, overrideNeedsReason } from '#domain/plan.ts';
import type { RuleSettings } from '#domain/validation/settings.ts';
import type { Services } from '#server/services.ts';
import { requireDecision } from './require-decision.ts';
import { steerJob } from './steer-job.ts';

/** Says yes or no to a plan. Of two people who confirm the same plan, one does and the other learns that it has been done. */
export function confirmPlan(services: Services, actor: Actor, jobId: string, input: Confirmation): Promise<Job> {
  return steerJob(services, actor, jobId, async (sql, job) => {
    if (input.decision === 'reject') {
      const rejected = await moveJob(sql, jobId, { event: 'reject', actor, reason: input.reason });
      if (rejected) await cancelPendingItems(sql, jobId);
      return rejected;
    }
    await requireDecision(services, actor, job);
    const confirmed = await moveJob(sql, jobId, { event: 'confirm', actor, phase: 'applying', reason: input.reason });
    if (!confirmed) return null;
    await override(sql, job, input);
    return confirmed;
  });
}

async function override(sql: Sql, job: JobRow, input: Confirmation): Promise<void> {
  const jobId = job.id;
  const why = input.overrideReason ?? (input.reason?.trim() || null);
  const usesIt = await overrideByHand(sql, job, input.overrides ?? [], why !== null);
  if (input.overrideReason !== undefined) await overrideGate(sql, jobId);
  if (why !== null && (usesIt || input.overrideReason !== undefined)) await keepOverrideReason(sql, jobId, why);
}

/** Decides items as a person wants them; answers whether the gate was overruled for one of them. */
async function overrideByHand(
  sql: Sql,
  { id: jobId, organisationId }: JobRow,
  wanted: NonNullable<Confirmation['overrides']>,
  hasReason: boolean,
): Promise<boolean> {
  if (wanted.length === 0) return false;
  const items = new Map(
    (
      await readOverridable(
        sql,
        jobId,
        wanted.map(({ position }) => position),
      )
    ).map((item) => [item.position, item]),
  );
  const decided = new Set<number>();
  const errors: FieldError[] = wanted.flatMap(({ position, decision }, index) => {
    const item = items.get(position);
    if (decided.has(position)) {
      return { path: `overrides.${index}`, code: 'decided_twice', message: `Item ${position} is decided twice` };
    }
    decided.add(position);
    if (item && mayOverride(item.decision, item.reason, decision)) {
      if (hasReason || !overrideNeedsReason(item.reason, decision)) return [];
      const needed = `Item ${position} can become ${decision} only with a reason`;
      return { path: `overrides.${index}`, code: 'override_needs_reason', message: needed };
    }
    const message = item
      ? `Item ${position} is ${item.decision} and cannot become ${decision}`
      : `There is no item ${position}`;
    return { path: `overrides.${index}`, code: item ? 'override_not_allowed' : 'no_such_item', message };
  });
  if (errors.length > 0) throw new Problem('invalid_request', {}, errors);
  const settings = await readRuleSettings(sql, organisationId);
  await overrideItems(
    sql,
    jobId,
    wanted.map(({ position, decision }) => overridden(items.get(position) as OverridableItem, decision, settings)),
  );
  return wanted.some(({ position, decision }) =>
    overrideNeedsReason((items.get(position) as OverridableItem).reason, decision),
  );
}

/** A new version of an established definition begins as a draft, so that is what must be written. */
function overridden({ position, image }: OverridableItem, decision: Decision, settings: RuleSettings) {
  if (decision !== 'new_version' || !image) return { position, decision };
  const content = { ...contentFromRow(image), status: 'draft' as const };
  return { position, decision, image: toRowImage(content, assess(content, settings)) };
}
