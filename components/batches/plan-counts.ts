import type { Choice, Decision, Reason } from '#domain/plan.ts';

/** What a person changed in the plan of an update: what is wanted and what was planned with its reason, by position. */
export type Overrides = ReadonlyMap<number, { from: Decision; to: Choice; reason?: Reason | null }>;

export type PlanCounts = Readonly<Partial<Record<Decision, number>>>;

/** What the confirm bar says, in the order it says it; parts that are zero are left out. */
export const PLAN_PARTS = [
  'added',
  'updated',
  'newVersion',
  'unchanged',
  'skipped',
  'conflict',
  'changedSince',
  'invalid',
] as const;
export type PlanPart = { part: (typeof PLAN_PARTS)[number]; count: number };

/**
 * Sums the decisions into the parts of one sentence. Duplicates count as skipped: their first occurrence is used. What has
 * changed since the plan was made is not written any more, whatever was decided.
 */
export function planParts(plan: PlanCounts, changedSince: PlanCounts = {}): PlanPart[] {
  const of = (decision: Decision) => (plan[decision] ?? 0) - (changedSince[decision] ?? 0);
  const sums: Record<PlanPart['part'], number> = {
    added: of('new'),
    updated: of('update'),
    newVersion: of('new_version'),
    unchanged: of('unchanged'),
    skipped: of('skip') + of('duplicate'),
    conflict: of('conflict'),
    changedSince: Object.values(changedSince).reduce((sum, count) => sum + count, 0),
    invalid: of('invalid'),
  };
  return PLAN_PARTS.map((part) => ({ part, count: sums[part] })).filter(({ count }) => count > 0);
}

/** The overrides of an update as the server takes them. */
export function overridesToSend(overrides: Overrides): { position: number; decision: Choice }[] {
  return [...overrides].map(([position, { to }]) => ({ position, decision: to }));
}

/** How many definitions the plan writes. */
export function writesOf(plan: PlanCounts, changedSince: PlanCounts = {}): number {
  const written: readonly PlanPart['part'][] = ['added', 'updated', 'newVersion'];
  return planParts(plan, changedSince)
    .filter(({ part }) => written.includes(part))
    .reduce((sum, { count }) => sum + count, 0);
}
