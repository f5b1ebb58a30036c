import type { Readable } from 'node:stream';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { readArtifact, type StoredArtifact } from '#db/queries/read-artifact.ts';
import type { Actor } from '#domain/access.ts';
import { sightOf } from '#domain/clearance.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

export type ByteRange = { start: number; end: number };

/** A file a person may download, and how to get at its bytes (start and end inclusive, or all). */
export type OpenArtifact = StoredArtifact & { read: (range: ByteRange | null) => Promise<Readable> };

/**
 * Looks a file up for downloading. Reading its bytes is the download: that is what is audited, every time.
 * @throws Problem `not_found`, also for another organisation's and for what is classified too highly, or `artifact_expired`
 */
export async function openArtifact(services: Services, actor: Actor, id: string): Promise<OpenArtifact> {
  await requireAction(services, actor, 'artifact:download', { type: 'artifact', id });
  const artifact = await readArtifact(services.pool, id, sightOf(actor));
  if (!artifact) throw new Problem('not_found');
  if (artifact.expired) throw new Problem('artifact_expired');
  return { ...artifact, read: (range) => download(services, actor, artifact, range) };
}

async function download(
  { pool, storage }: Services,
  actor: Actor,
  { id, jobId, fileName, sha256, storageKey }: StoredArtifact,
  range: ByteRange | null,
): Promise<Readable> {
  // Opened before anything is answered: a file that is gone must not become half a response.
  const file = await storage.open(storageKey).catch((error) => {
    throw error.code === 'ENOENT' ? new Problem('artifact_expired') : error;
  });
  try {
    await insertAuditEntries(pool, actor, [
      {
        action: 'artifact.downloaded',
        subjectType: 'artifact',
        subjectId: id,
        jobId,
        newHash: sha256,
        details: { fileName, ...(range ? { from: range.start, to: range.end } : {}) },
      },
    ]);
  } catch (error) {
    await file.close();
    throw error;
  }
  return file.createReadStream(range ?? {});
}
