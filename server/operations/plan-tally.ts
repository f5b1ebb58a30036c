import type { StagedItem } from '#db/queries/stage-items.ts';
import { highestOf } from '#domain/clearance.ts';
import type { Classification } from '#domain/definition.ts';
import type { Decision } from '#domain/plan.ts';

type Tallied = Pick<StagedItem, 'decision' | 'problemCode'> & Partial<Pick<StagedItem, 'classification' | 'image'>>;

/** Counts a plan by decision, how many items of it are known to fail, and how highly classified it is. */
export class PlanTally {
  readonly plan: Partial<Record<Decision, number>> & Record<string, number> = {};
  failing = 0;
  classification: Classification = 'openbaar';

  add({ decision, problemCode, classification, image }: Tallied): void {
    const written = image?.classification as Classification | undefined;
    this.classification = highestOf([this.classification, classification ?? 'openbaar', written ?? 'openbaar']);
    this.plan[decision] = (this.plan[decision] ?? 0) + 1;
    if (problemCode !== null) this.failing++;
  }
}
