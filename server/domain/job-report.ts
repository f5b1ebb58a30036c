import type { Verdict } from './definition.ts';
import type { ItemOutcome } from './item-outcome.ts';
import type { Decision } from './plan.ts';
import type { Phase } from './progress.ts';

/** How many items of a job there are for each combination; what a report counts with. */
export type OutcomeCount = { status: ItemOutcome; decision: Decision | null; verdict: Verdict | null; count: number };

export type ReportTotals = Record<
  | 'total'
  | 'succeeded'
  | 'unchanged'
  | 'skipped'
  | 'failed'
  | 'cancelled'
  | 'rolledBack'
  | 'rollbackConflict'
  | 'pending',
  number
>;

const TOTAL_OF: Readonly<Record<ItemOutcome, keyof ReportTotals>> = {
  pending: 'pending',
  succeeded: 'succeeded',
  unchanged: 'unchanged',
  skipped: 'skipped',
  failed: 'failed',
  cancelled: 'cancelled',
  rolled_back: 'rolledBack',
  rollback_conflict: 'rollbackConflict',
};

/** Adds items up by outcome, by decision and by verdict; every sum runs over all items, so the totals add up. */
export function countOutcomes(counts: readonly OutcomeCount[]) {
  const totals: ReportTotals = {
    total: 0,
    succeeded: 0,
    unchanged: 0,
    skipped: 0,
    failed: 0,
    cancelled: 0,
    rolledBack: 0,
    rollbackConflict: 0,
    pending: 0,
  };
  const decisions: Partial<Record<Decision, number>> = {};
  const verdicts: Record<Verdict, number> = { valid: 0, warnings: 0, invalid: 0 };
  for (const { status, decision, verdict, count } of counts) {
    totals.total += count;
    totals[TOTAL_OF[status]] += count;
    if (decision) decisions[decision] = (decisions[decision] ?? 0) + count;
    if (verdict) verdicts[verdict] += count;
  }
  return { totals, decisions, verdicts };
}

/** Share of the items worked on that did not fail, 0 to 1; null when none was. */
export function successRate({ succeeded, unchanged, skipped, failed }: ReportTotals): number | null {
  const worked = succeeded + unchanged + skipped + failed;
  return worked === 0 ? null : (worked - failed) / worked;
}

/** The phases a job spent time in, in order, in milliseconds. Waiting for a person is not work, and so not in the sum. */
export function phaseTimings(phaseMs: Readonly<Record<string, number>>, phases: readonly Phase[]) {
  const timed = phases
    .filter((phase) => phase in phaseMs)
    .map((phase) => ({ phase, ms: Math.round(phaseMs[phase] ?? 0) }));
  const totalMs = timed.reduce((sum, { phase, ms }) => (phase === 'confirming' ? sum : sum + ms), 0);
  return { phases: timed, totalMs };
}
