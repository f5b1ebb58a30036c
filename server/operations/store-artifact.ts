import { inTransaction } from '#db/client.ts';
import { replaceArtifact } from '#db/queries/artifacts.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertArtifactEvents } from '#db/queries/insert-events.ts';
import { systemFor } from '#db/queries/move-job.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { ArtifactKind } from '#domain/artifact-kinds.ts';
import type { Work } from './operation.ts';

const MS_PER_DAY = 24 * 3600 * 1000;

type ArtifactFile = {
  kind: ArtifactKind;
  fileName: string;
  mediaType: string;
  contents: AsyncIterable<Uint8Array>;
  /** Reads the stored file again before anybody is told of it; throws when it is not what was written. */
  verify?: (storageKey: string, stored: { size: number; sha256: string }) => Promise<void>;
};

/** Writes a file a job produced and records it with size, sha256 and expiry. */
export async function storeArtifact({ job, pool, storage, limits }: Work, file: ArtifactFile): Promise<void> {
  const id = uuidV7();
  const storageKey = `artifacts/${job.id}/${id}`;
  const { size, sha256 } = await storage.write(storageKey, file.contents);
  await file.verify?.(storageKey, { size, sha256 });
  const expiresAt = new Date(Date.now() + limits.artifactExpiresDays * MS_PER_DAY);
  const { kind, fileName, mediaType } = file;
  const { replacedKey } = await inTransaction(pool, async (sql) => {
    const artifact = { id, jobId: job.id, organisationId: job.organisationId, kind, fileName, mediaType, size, sha256 };
    const replaced = await replaceArtifact(sql, { ...artifact, storageKey, expiresAt });
    await insertAuditEntries(sql, systemFor(job), [
      {
        action: 'artifact.created',
        subjectType: 'artifact',
        subjectId: id,
        jobId: job.id,
        newHash: sha256,
        details: { fileName, size },
      },
    ]);
    await insertArtifactEvents(sql, [id], 'artifact.created');
    return replaced;
  });
  if (replacedKey) await storage.remove(replacedKey);
}
