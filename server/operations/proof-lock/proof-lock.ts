import { contentHash } from '#db/content-hash.ts';
import { hasArtifact, removeArtifacts } from '#db/queries/artifacts.ts';
import { NO_TALLY } from '#db/queries/commit-chunk.ts';
import { undoExportItems } from '#db/queries/export-items.ts';
import { endItems, type ItemEnd, type ItemToLock, readItemsToLock } from '#db/queries/proof-items.ts';
import { insertProofs, type NewProof, removeProofs } from '#db/queries/proofs.ts';
import { contentFromRow } from '#db/row-image.ts';
import { JobFailed, type Operation } from '#server/operations/operation.ts';
import { storeArtifact } from '#server/operations/store-artifact.ts';
import { proofFileOf } from '#server/provenance/proof-file-of.ts';
import { sealJob } from './seal-job.ts';

/**
 * Locks proofs: that this content of an established definition, or this file of an export, was there at that moment. They become one
 * Merkle tree at the end, which is signed; until then they can be taken back.
 */
export const proofLockOperation: Operation = {
  async prepare({ signingKey }) {
    if (!(await signingKey())) throw new JobFailed('no_signing_key');
  },

  async apply(sql, { job }, { first, last }) {
    const items = await readItemsToLock(sql, job.id, first, last);
    const looked = items.map((item) => ({ item, found: lookAt(item) }));
    const proofs = looked.flatMap(({ found }) => ('hash' in found ? found : []));
    const fresh = await insertProofs(sql, job, new Date(), proofs);
    const ends = looked.map(({ item: { position }, found }): ItemEnd => {
      if (!('hash' in found)) return { position, ...found };
      const isNew = fresh.has(position);
      const reason = isNew ? 'proof_locked' : 'locked_before';
      return { position, status: isNew ? 'succeeded' : 'unchanged', reason, problemCode: null };
    });
    await endItems(sql, job.id, ends);
    const tally = { ...NO_TALLY };
    for (const { status } of ends) tally[status as keyof typeof tally] += 1;
    return { tally, items: items.length, lastTerm: items.at(-1)?.term ?? null };
  },

  async undo(sql, { job }, { first, last }) {
    await removeProofs(sql, job.id, first, last);
    return { rolledBack: await undoExportItems(sql, job.id, first, last), rollbackConflict: 0 };
  },

  async finish(work) {
    const { job, pool } = work;
    const seal = await sealJob(work);
    if (seal === null || (await hasArtifact(pool, job.id, 'proof'))) return;
    await storeArtifact(work, {
      kind: 'proof',
      fileName: `lexport-bewijs-${job.id}.json`,
      mediaType: 'application/json',
      contents: proofFileOf(pool, seal),
    });
  },

  async discard({ job, pool, storage }) {
    for (const key of await removeArtifacts(pool, job.id)) await storage.remove(key);
  },
};

/** What is to be locked of an item, or why there is nothing. */
function lookAt({ position, definition, archive }: ItemToLock): NewProof | Omit<ItemEnd, 'position'> {
  if (archive) {
    const { id: subjectId, fileName: label, sha256: hash } = archive;
    return { position, kind: 'archive', hash, label, subjectId, version: null };
  }
  if (!definition) return { status: 'failed', reason: null, problemCode: 'proof_subject_gone' };
  const content = contentFromRow(definition.snapshot);
  if (content.status !== 'established') return { status: 'skipped', reason: 'not_established', problemCode: null };
  // The hash that is stored would vouch for a text that somebody changed behind our back.
  if (contentHash(content) !== definition.contentHash)
    return { status: 'failed', reason: null, problemCode: 'proof_hash_mismatch' };
  const { id: subjectId, version, contentHash: hash } = definition;
  return { position, kind: 'definition', hash, label: null, subjectId, version };
}
