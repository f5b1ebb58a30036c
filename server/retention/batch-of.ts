import type { NewJob } from '#contract/batches.ts';
import { type NewBatch, newJobSchema } from '#contract/batches.ts';
import { operationOf, type RetentionAction, type RetentionCriteria } from '#domain/retention.ts';
import { dueOf } from './due-of.ts';

type Policy = { id: string; name: string; action: RetentionAction; criteria: RetentionCriteria; reason: string };

/** The batch a policy starts. `confirm`: a person looks at what can be taken back before it happens; the rest waits for somebody else anyway. */
export function batchOf(policy: Policy, { confirm }: { confirm: boolean }): NewBatch {
  return { name: policy.name, jobs: [jobOf(policy, confirm)] };
}

function jobOf({ id, name, action, criteria, reason }: Policy, confirm: boolean): NewJob {
  const operation = operationOf(action);
  const options = { reason, policyId: id, confirm: operation === 'retain' && confirm };
  return newJobSchema.parse({
    operation,
    name,
    selection: dueOf(action, criteria),
    options: operation === 'retain' ? { ...options, action } : options,
  });
}
