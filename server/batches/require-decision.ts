import type { Actor } from '#domain/access.ts';
import { isCleared } from '#domain/clearance.ts';
import { CLASSIFICATIONS, type Classification } from '#domain/definition.ts';
import { Problem } from '#domain/errors.ts';
import type { OperationName } from '#domain/operation-names.ts';
import { DECIDED } from '#domain/workflow.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/**
 * A job that establishes, archives, redacts or shares definitions, puts a legal hold on them, may lower their classification, locks
 * proofs of them, does with them what their time is up for, or enrols keys, takes more than the right to start one.
 * @throws Problem `not_allowed`, `above_clearance`
 */
export async function requireDecision(
  services: Services,
  actor: Actor,
  { options, operation }: { options: object; operation: OperationName },
): Promise<void> {
  if (operation === 'redact') await requireAction(services, actor, 'definition:redact');
  if (operation === 'anonymise') await requireAction(services, actor, 'definition:anonymise');
  if (operation === 'erase') await requireAction(services, actor, 'definition:erase');
  if (operation === 'retain') await requireAction(services, actor, 'retention:manage');
  const wanted = 'status' in options ? options.status : undefined;
  if (operation === 'enrol') await requireAction(services, actor, 'provenance:manage');
  if (operation === 'proof_lock') await requireAction(services, actor, 'proof:lock');
  if (operation === 'hold' || operation === 'release') await requireAction(services, actor, 'definition:hold');
  if (operation === 'share') await requireAction(services, actor, 'definition:share');
  const { classification } = ('set' in options ? options.set : {}) as { classification?: Classification };
  if (classification) await requireClassification(services, actor, classification);
  if (DECIDED.some((status) => status === wanted)) await requireAction(services, actor, 'definition:decide');
}

/** Anything but the highest may be lower than what a definition has. */
async function requireClassification(services: Services, actor: Actor, classification: Classification): Promise<void> {
  if (!isCleared(actor.clearance, classification)) throw new Problem('above_clearance', { clearance: actor.clearance });
  if (classification !== CLASSIFICATIONS.at(-1)) await requireAction(services, actor, 'definition:declassify');
}
