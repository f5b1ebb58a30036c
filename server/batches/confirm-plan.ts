import type { Confirmation, Job } from '#contract/jobs.ts';
import { assess } from '#db/assess.ts';
import type { Sql } from '#db/client.ts';
import { cancelPendingItems } from '#db/queries/end-items.ts';
import { moveJob } from '#db/queries/move-job.ts';
import { type OverridableItem, overrideItems, readOverridable } from '#db/queries/override-items.ts';
import { contentFromRow, toRowImage } from '#db/row-image.ts';
import type { Actor } from '#domain/access.ts';
import { type FieldError, Problem } from '#domain/errors.ts';
import { type Decision, mayOverride } from '#domain/plan.ts';
import type { Services } from '#server/services.ts';
import { steerJob } from './steer-job.ts';

/** Says yes or no to a plan. Of two people who confirm the same plan, one does and the other learns that it has been done. */
export function confirmPlan(services: Services, actor: Actor, jobId: string, input: Confirmation): Promise<Job> {
  return steerJob(services, actor, jobId, async (sql) => {
    if (input.decision === 'reject') {
      const rejected = await moveJob(sql, jobId, { event: 'reject', actor, reason: input.reason });
      if (rejected) await cancelPendingItems(sql, jobId);
      return rejected;
    }
    const confirmed = await moveJob(sql, jobId, { event: 'confirm', actor, phase: 'applying', reason: input.reason });
    if (!confirmed) return null;
    await override(sql, jobId, input.overrides ?? []);
    return confirmed;
  });
}

async function override(sql: Sql, jobId: string, wanted: NonNullable<Confirmation['overrides']>): Promise<void> {
  if (wanted.length === 0) return;
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
    if (item && mayOverride(item.decision, item.reason, decision)) return [];
    const message = item
      ? `Item ${position} is ${item.decision} and cannot become ${decision}`
      : `There is no item ${position}`;
    return { path: `overrides.${index}`, code: item ? 'override_not_allowed' : 'no_such_item', message };
  });
  if (errors.length > 0) throw new Problem('invalid_request', {}, errors);
  await overrideItems(
    sql,
    jobId,
    wanted.map(({ position, decision }) => overridden(items.get(position) as OverridableItem, decision)),
  );
}

/** A new version of an established definition begins as a draft, so that is what must be written. */
function overridden({ position, image }: OverridableItem, decision: Decision) {
  if (decision !== 'new_version' || !image) return { position, decision };
  const content = { ...contentFromRow(image), status: 'draft' as const };
  return { position, decision, image: toRowImage(content, assess(content)) };
}
