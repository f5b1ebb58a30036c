import { FILE_SIGNATURE_END } from '#domain/archive-limits.ts';
import type { Work } from '#server/operations/operation.ts';
import { storeArtifact } from '#server/operations/store-artifact.ts';
import { signFile } from '#server/seal/file-signature.ts';
import { type ExportFacts, signedFacts } from './export-facts.ts';
import type { FormatFile } from './format-files.ts';

/** A file with no archive around it, and beside it, where exports are signed, a signature over its bytes. */
export async function storeBareFile(
  work: Work,
  facts: ExportFacts,
  fileName: string,
  { key, mediaType, bytes: size, sha256 }: FormatFile,
): Promise<void> {
  const signer = await work.signingKey();
  // The signature first: once the file is there, the job counts as done.
  if (signer) {
    const bytes = signFile(signer, { ...signedFacts(facts), file: { name: fileName, mediaType, size, sha256 } });
    await storeArtifact(work, {
      kind: 'signature',
      fileName: `${fileName}${FILE_SIGNATURE_END}`,
      mediaType: 'application/json',
      contents: once(bytes),
    });
  }
  await storeArtifact(work, { kind: 'export_file', fileName, mediaType, contents: work.storage.read(key) });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
