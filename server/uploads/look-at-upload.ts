import type { UploadRow } from '#db/queries/find-upload.ts';
import type { Location } from '#domain/finding.ts';
import type { ReadChoices } from '#domain/read-choices.ts';
import { DEFAULT_READ_LIMITS } from '#server/formats/format.ts';
import type { Services } from '#server/services.ts';
import { lookAtArchive } from './look-at-archive.ts';
import { type FileLook, lookAtFile, NOTHING_DETECTED } from './look-at-file.ts';

/** What an upload is by its contents, and the first `most` rows of a table, read with these choices. Never throws on what a file holds. */
export async function lookAtUpload(
  { storage, config }: Pick<Services, 'storage' | 'config'>,
  upload: UploadRow,
  choices: ReadChoices,
  most: number,
): Promise<FileLook> {
  const file: Location = { file: upload.fileName };
  const nothing: FileLook = { detected: NOTHING_DETECTED, table: null, file, problems: [] };
  const opened = await storage.open(upload.storageKey);
  try {
    const isArchive = upload.mediaType === 'application/zip';
    const files = isArchive ? await lookAtArchive(opened, config.limits) : null;
    if (isArchive && files !== 'workbook') return { ...nothing, detected: { ...NOTHING_DETECTED, files } };
    // No reader takes more; the check says so.
    if (upload.size > DEFAULT_READ_LIMITS.maxBytes) return nothing;
    return await lookAtFile(await opened.readFile(), file, choices, most);
  } finally {
    await opened.close();
  }
}
