import { NAMED_ITEMS, type PlanPreview, type PlanPreviewRequest } from '#contract/jobs.ts';
import { findChangedSince } from '#db/queries/find-changed-since.ts';
import { findTerms } from '#db/queries/override-items.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Decision } from '#domain/plan.ts';
import type { Services } from '#server/services.ts';
import { type Settled, settledDecision, settleOverrides } from './settle-overrides.ts';
import { visibleJob } from './visible-job.ts';

const WRITES: readonly Decision[] = ['new', 'update', 'new_version'];

/** What confirming a plan would do at this moment, with the overrides a person has in mind. Changes nothing. */
export async function previewPlan(
  services: Services,
  actor: Actor,
  jobId: string,
  { overrides }: PlanPreviewRequest,
): Promise<PlanPreview> {
  const { pool } = services;
  const job = await visibleJob(services, actor, jobId);
  if (job.status !== 'awaiting_confirmation') throw new Problem('wrong_state', { status: job.status });
  const settled = await settleOverrides(pool, job, overrides);
  const items = [...settled.items.values()];
  const refused = items.filter((item) => item.refused).map(({ position }) => position);
  const terms = await findTerms(pool, jobId, refused.slice(0, NAMED_ITEMS));
  const applied = new Array<number>(overrides.length).fill(0);
  for (const { by } of items) applied[by] = (applied[by] ?? 0) + 1;
  const changed = (await findChangedSince(pool, { ...job, jobId })).flatMap((item) => {
    const own = settled.items.get(item.position);
    const decision = own ? settledDecision(own) : item.decision;
    return own?.choice !== 'keep_both' && WRITES.includes(decision) ? [{ ...item, decision }] : [];
  });
  const decisions: PlanPreview['plan'] = {};
  for (const { decision } of changed) decisions[decision] = (decisions[decision] ?? 0) + 1;
  return {
    plan: planAfter(job.plan ?? {}, settled),
    overridden: items.length,
    applied,
    refused: { count: refused.length, items: terms.map((item) => ({ ...item, code: 'identity_taken' as const })) },
    changedSince: {
      count: changed.length,
      decisions,
      items: changed.slice(0, NAMED_ITEMS).map(({ position, term, code }) => ({ position, term, code })),
    },
  };
}

function planAfter(plan: Readonly<Record<string, number>>, { items }: Settled): PlanPreview['plan'] {
  const counts: Record<string, number> = { ...plan };
  for (const item of items.values()) {
    const to = settledDecision(item);
    counts[item.decision] = (counts[item.decision] ?? 0) - 1;
    counts[to] = (counts[to] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
