import { DECISIONS, type Decision, type Reason } from '#domain/plan.ts';

/** What a person changed in the plan: the new decision and the one it replaces with its reason, by the position of the item. */
export type Overrides = ReadonlyMap<number, { from: Decision; to: Decision; reason?: Reason | null }>;

export type PlanCounts = Readonly<Partial<Record<Decision, number>>>;

/** The counts of the plan as they become when the overrides are applied. */
export function countsAfter(plan: PlanCounts, overrides: Overrides): Record<Decision, number> {
  const counts = Object.fromEntries(DECISIONS.map((decision) => [decision, plan[decision] ?? 0])) as Record<
    Decision,
    number
  >;
  for (const { from, to } of overrides.values()) {
    counts[from] -= 1;
    counts[to] += 1;
  }
  return counts;
}

/** What the confirm bar says, in the order it says it; parts that are zero are left out. */
export const PLAN_PARTS = ['added', 'updated', 'newVersion', 'unchanged', 'skipped', 'conflict', 'invalid'] as const;
export type PlanPart = { part: (typeof PLAN_PARTS)[number]; count: number };

/** Sums the decisions into the parts of one sentence. Duplicates count as skipped: their first occurrence is used. */
export function planParts(counts: Record<Decision, number>): PlanPart[] {
  const sums: Record<PlanPart['part'], number> = {
    added: counts.new,
    updated: counts.update,
    newVersion: counts.new_version,
    unchanged: counts.unchanged,
    skipped: counts.skip + counts.duplicate,
    conflict: counts.conflict,
    invalid: counts.invalid,
  };
  return PLAN_PARTS.map((part) => ({ part, count: sums[part] })).filter(({ count }) => count > 0);
}

/** The overrides as the server takes them. */
export function overridesToSend(overrides: Overrides): { position: number; decision: Decision }[] {
  return [...overrides].map(([position, { to }]) => ({ position, decision: to }));
}

/** How many definitions the plan writes. */
export function writesOf(counts: Record<Decision, number>): number {
  return counts.new + counts.update + counts.new_version;
}
