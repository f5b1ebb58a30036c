import type { StagedItem } from '#db/queries/stage-items.ts';
import type { Decision } from '#domain/plan.ts';

/** Counts a plan by decision, and how many items of it are known to fail. */
export class PlanTally {
  readonly plan: Partial<Record<Decision, number>> & Record<string, number> = {};
  failing = 0;

  add({ decision, problemCode }: Pick<StagedItem, 'decision' | 'problemCode'>): void {
    this.plan[decision] = (this.plan[decision] ?? 0) + 1;
    if (problemCode !== null) this.failing++;
  }
}
