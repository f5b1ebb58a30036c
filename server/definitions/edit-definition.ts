import type { PoolClient } from 'pg';
import type { Definition, DefinitionPatch } from '#contract/definitions.ts';
import { assess } from '#db/assess.ts';
import { inTransaction } from '#db/client.ts';
import { contentHash } from '#db/content-hash.ts';
import { forgetHigher } from '#db/queries/forget-higher.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { matchDefinitions } from '#db/queries/match-definitions.ts';
import { readDefinition, type StoredDefinition } from '#db/queries/read-definition.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import { updateDefinition } from '#db/queries/update-definition.ts';
import { toRowImage } from '#db/row-image.ts';
import { surroundingsOf } from '#db/surroundings-of.ts';
import { type Actor, mayDo } from '#domain/access.ts';
import { isCleared, rankOf, sightOf } from '#domain/clearance.ts';
import type { Classification, DefinitionContent, DefinitionStatus } from '#domain/definition.ts';
import { Problem } from '#domain/errors.ts';
import { EDITABLE, mayFollow } from '#domain/workflow.ts';
import { refuse, requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { presentDefinition } from './present-definition.ts';

const UNIQUE_VIOLATION = '23505';
/** Thrown out of the transaction, because the entry about the refusal must outlive it. */
const FOREIGN = new Error('This definition belongs to another organisation');

const LOWERING = new Error('This role may not lower a classification');

export type DefinitionEdit = {
  id: string;
  /** The version the person saw; null is "whatever is there". */
  version: number | null;
  patch: DefinitionPatch;
};

/**
 * Changes one definition by hand: a new version, scored again; its relations stay as they are. Content that says the same writes
 * nothing. @throws Problem `not_found`, `not_allowed`, `above_clearance`, `definition_deleted`, `not_editable`, `version_conflict`, `identity_taken`
 */
export async function editDefinition(services: Services, actor: Actor, edit: DefinitionEdit): Promise<Definition> {
  const subject = { type: 'definition', id: edit.id };
  await requireAction(services, actor, 'definition:edit', subject);
  refuseStatus(edit.patch.status);
  try {
    return await inTransaction(services.pool, (sql) => change(sql, actor, edit));
  } catch (error) {
    if (error === FOREIGN) return refuse(services, actor, 'definition:edit', subject);
    if (error === LOWERING) return refuse(services, actor, 'definition:declassify', subject);
    throw isIdentityClash(error) ? new Problem('identity_taken') : error;
  }
}

async function change(sql: PoolClient, actor: Actor, { id, version, patch }: DefinitionEdit): Promise<Definition> {
  const stored = await readDefinition(sql, id, sightOf(actor), { lock: true });
  if (!stored) throw new Problem('not_found');
  // Reading may be chain-wide; changing never is.
  if (stored.organisation.id !== actor.organisationId) throw FOREIGN;
  if (version !== null && version !== stored.version)
    throw new Problem('version_conflict', { version: stored.version });
  if (stored.deletedAt !== null) throw new Problem('definition_deleted');
  if (stored.holds.length > 0) throw new Problem('legal_hold');
  const { status } = stored.content;
  if (!EDITABLE.includes(status)) throw new Problem('not_editable', { status });
  const { reason, ...changes } = patch;
  const content = merge(stored.content, changes);
  refuseTransition(status, content.status);
  refuseClassification(actor, stored.content.classification, content.classification);
  if (contentHash(content) === stored.contentHash) return presentDefinition(stored, sightOf(actor));
  await write(sql, actor, stored, content, reason);
  const changed = await readDefinition(sql, id, sightOf(actor));
  if (!changed) throw new Error(`Definition ${id} went away while it was locked`);
  return presentDefinition(changed, sightOf(actor));
}

async function write(
  sql: PoolClient,
  actor: Actor,
  stored: StoredDefinition,
  content: DefinitionContent,
  reason: string,
): Promise<void> {
  const { id, version } = stored;
  const settings = await readRuleSettings(sql, stored.organisation.id);
  const [surroundings] = await surroundingsOf(sql, actor, [{ id, content }]);
  const image = toRowImage(content, assess(content, settings, surroundings));
  if (image.identity_key !== stored.identityKey) {
    // The database has room for one name per classification; who sees both is asked for another.
    const { byIdentity } = await matchDefinitions(sql, actor, [], [image.identity_key]);
    if (byIdentity.size > 0) throw new Problem('identity_taken');
  }
  const written = await updateDefinition(sql, { id, version, image, reason, userId: actor.id });
  if (written === null) throw new Problem('version_conflict', { version });
  if (rankOf(content.classification) > rankOf(stored.content.classification))
    await forgetHigher(sql, stored.organisation.id, [id]);
  await insertAuditEntries(sql, actor, [
    {
      action: 'definition.updated',
      subjectType: 'definition',
      subjectId: id,
      oldHash: stored.contentHash,
      newHash: image.content_hash,
      reason,
      details: { version: written },
    },
  ]);
}

function merge(content: DefinitionContent, changes: Omit<DefinitionPatch, 'reason'>): DefinitionContent {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...content, ...Object.fromEntries(given) };
}

function refuseStatus(status: DefinitionStatus | undefined): void {
  if (status === undefined || EDITABLE.includes(status)) return;
  throw new Problem('invalid_request', {}, [
    { path: 'status', code: 'not_by_hand', message: `A definition cannot be set to ${status} by editing it.` },
  ]);
}

function refuseTransition(from: DefinitionStatus, to: DefinitionStatus): void {
  if (from === to || mayFollow(from, to)) return;
  throw new Problem('invalid_request', {}, [
    { path: 'status', code: 'transition_not_allowed', message: `A definition cannot go from ${from} to ${to}.` },
  ]);
}

/** Nobody hides a thing from themselves, and lowering takes more than editing. */
function refuseClassification(actor: Actor, from: Classification, to: Classification): void {
  if (!isCleared(actor.clearance, to)) throw new Problem('above_clearance', { clearance: actor.clearance });
  if (rankOf(to) < rankOf(from) && !mayDo(actor, 'definition:declassify')) throw LOWERING;
}

function isIdentityClash(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === UNIQUE_VIOLATION && constraint === 'definitions_identity';
}
