import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Sql } from '#db/client.ts';
import type { UploadRow } from '#db/queries/find-upload.ts';
import { readProvenanceSettings } from '#db/queries/provenance-settings.ts';
import { type Provenance, underPolicy } from '#domain/provenance.ts';
import { archiveLimits } from '#server/archive/archive-limits.ts';
import { MANIFEST_NAME } from '#server/archive/manifest.ts';
import { readDirectory } from '#server/archive/read-archive.ts';
import { ArchiveRefused } from '#server/archive/refusal.ts';
import { streamEntry } from '#server/archive/stream-entry.ts';
import type { Services } from '#server/services.ts';
import { type Found, lookAtSignature } from './look-at-signature.ts';
import { readSignatureFiles } from './read-signature-files.ts';

/**
 * Who vouches for an upload, by its signature and its manifest: all that can be known without unpacking its files. Never throws on
 * what a file holds.
 */
export async function lookAtUploadOrigin(
  { pool, storage, config }: Pick<Services, 'pool' | 'storage' | 'config'>,
  upload: Pick<UploadRow, 'storageKey' | 'mediaType' | 'organisationId'>,
): Promise<Provenance> {
  const policy = await readProvenanceSettings(pool, upload.organisationId);
  const file = await storage.open(upload.storageKey);
  try {
    const isArchive = upload.mediaType === 'application/zip';
    return underPolicy(await foundIn(pool, upload.organisationId, isArchive ? file : null, config.limits), policy);
  } finally {
    await file.close();
  }
}

async function foundIn(
  sql: Sql,
  organisationId: string,
  file: FileHandle | null,
  limits: Services['config']['limits'],
): Promise<Found> {
  const nothing = () => lookAtSignature(sql, organisationId, null);
  if (file === null) return (await nothing()).found;
  try {
    const directory = await readDirectory(file, archiveLimits(limits));
    const signature = directory.refusals.length > 0 ? null : await readSignatureFiles(file, directory);
    const { found, statement } = await lookAtSignature(sql, organisationId, signature);
    if (statement === null) return found;
    const entry = directory.entries.named(MANIFEST_NAME);
    const sum = createHash('sha256');
    if (entry) for await (const bytes of streamEntry(file, directory, entry)) sum.update(bytes);
    const sameManifest = entry !== undefined && sum.digest('hex') === statement.manifest;
    // A list that is as it was signed says nothing yet of the files.
    return sameManifest ? found : { ...found, changed: true, indexFiles: [MANIFEST_NAME] };
  } catch (error) {
    if (error instanceof ArchiveRefused) return (await nothing()).found;
    throw error;
  }
}
