import type { Actor } from '#domain/access.ts';
import type { OperationName } from '#domain/operation-names.ts';
import { DECIDED } from '#domain/workflow.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/**
 * A job that establishes, archives or redacts definitions, puts a legal hold on them, locks proofs of them, does with them what their
 * time is up for, or enrols keys, takes more than the right to start one.
 * @throws Problem `not_allowed`
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
  if (DECIDED.some((status) => status === wanted)) await requireAction(services, actor, 'definition:decide');
}
