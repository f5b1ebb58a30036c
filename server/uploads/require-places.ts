import type { UploadRow } from '#db/queries/find-upload.ts';
import { type FieldError, Problem } from '#domain/errors.ts';
import type { ReadChoices } from '#domain/read-choices.ts';
import { archiveLimits } from '#server/archive/archive-limits.ts';
import { readDirectory } from '#server/archive/read-archive.ts';
import { WORKBOOK_PART } from '#server/formats/xlsx-workbook.ts';
import type { Services } from '#server/services.ts';

/**
 * What is said of single files must be of files the archive has; `path` leads to the choices in the request.
 * @throws Problem `invalid_request`
 */
export async function requirePlaces(
  services: Pick<Services, 'storage' | 'config'>,
  upload: UploadRow,
  { places = [] }: Pick<ReadChoices, 'places'>,
  path = '',
): Promise<void> {
  if (places.length === 0) return;
  const missing = await namesNotIn(services, upload, new Set(places.map(({ file }) => file)));
  const errors = places.flatMap<FieldError>(({ file }, at) =>
    missing.has(file)
      ? { path: `${path}places.${at}.file`, code: 'not_there', message: `This upload has no file “${file}” in it.` }
      : [],
  );
  if (errors.length > 0) throw new Problem('invalid_request', {}, errors);
}

/** Those of these names that no file has. Of an archive that is refused none are: what is wrong with it is said by the check. */
async function namesNotIn(
  { storage, config }: Pick<Services, 'storage' | 'config'>,
  { storageKey, mediaType }: UploadRow,
  names: Set<string>,
): Promise<Set<string>> {
  if (mediaType !== 'application/zip') return names;
  const opened = await storage.open(storageKey);
  try {
    const { entries, refusals } = await readDirectory(opened, archiveLimits(config.limits));
    if (refusals.length > 0) return new Set();
    // A workbook is a ZIP as well, and one file.
    if (entries.named(WORKBOOK_PART)) return names;
    for (const name of entries.names()) names.delete(name);
    return names;
  } finally {
    await opened.close();
  }
}
