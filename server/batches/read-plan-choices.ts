import type { z } from 'zod';
import type { PlanChoices, planChoicesQuerySchema } from '#contract/jobs.ts';
import { countDecisions } from '#db/queries/count-decisions.ts';
import type { Actor } from '#domain/access.ts';
import { CHOICES, type Choice, mayOverride } from '#domain/plan.ts';
import type { Services } from '#server/services.ts';
import { visibleJob } from './visible-job.ts';

/** How many of the items that a filter shows may become what, by hand. */
export async function readPlanChoices(
  services: Services,
  actor: Actor,
  jobId: string,
  filter: z.output<typeof planChoicesQuerySchema>,
): Promise<PlanChoices> {
  const { operation } = await visibleJob(services, actor, jobId);
  const counts = await countDecisions(services.pool, jobId, filter);
  const choices = Object.fromEntries(CHOICES.map((choice) => [choice, 0])) as Record<Choice, number>;
  let total = 0;
  for (const { decision, reason, count } of counts) {
    total += count;
    if (decision === null || reason === null) continue;
    for (const choice of CHOICES) {
      if (choice === 'keep_both' && operation !== 'import') continue;
      if (mayOverride(decision, reason, choice)) choices[choice] += count;
    }
  }
  return { total, choices };
}
