import type { Actor } from '#domain/access.ts';
import { isCleared } from '#domain/clearance.ts';
import { CLASSIFICATIONS, type Classification } from '#domain/definition.ts';
import { Problem } from '#domain/errors.ts';
import { type OperationName, START_OF } from '#domain/operation-names.ts';
import { DECIDED } from '#domain/workflow.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/**
 * Starting a job takes what its operation says (domain/operation-names.ts), besides the right to start one at all; establishing,
 * archiving and what may lower a classification take more than changing.
 * @throws Problem `not_allowed`, `above_clearance`
 */
export async function requireDecision(
  services: Pick<Services, 'pool'>,
  actor: Actor,
  { options, operation }: { options: object; operation: OperationName },
): Promise<void> {
  await requireAction(services, actor, START_OF[operation]);
  const wanted = 'status' in options ? options.status : undefined;
  const { classification } = ('set' in options ? options.set : {}) as { classification?: Classification };
  if (classification) await requireClassification(services, actor, classification);
  if (DECIDED.some((status) => status === wanted)) await requireAction(services, actor, 'definition:decide');
}

/** Anything but the highest may be lower than what a definition has. */
async function requireClassification(
  services: Pick<Services, 'pool'>,
  actor: Actor,
  classification: Classification,
): Promise<void> {
  if (!isCleared(actor.clearance, classification)) throw new Problem('above_clearance', { clearance: actor.clearance });
  if (classification !== CLASSIFICATIONS.at(-1)) await requireAction(services, actor, 'definition:declassify');
}
