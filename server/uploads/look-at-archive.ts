import type { FileHandle } from 'node:fs/promises';
import type { Detected } from '#contract/reading.ts';
import { isFileSignature, isIndexFile } from '#domain/archive-limits.ts';
import { importExtension } from '#domain/import-kinds.ts';
import type { ReadFormat } from '#domain/read-choices.ts';
import type { ArchiveDirectory } from '#server/archive/archive-directory.ts';
import type { ArchiveEntry } from '#server/archive/archive-entry.ts';
import { archiveLimits } from '#server/archive/archive-limits.ts';
import { readDirectory, readEntry } from '#server/archive/read-archive.ts';
import { ArchiveRefused } from '#server/archive/refusal.ts';
import type { Limits } from '#server/config.ts';
import { detectFormat, FORMATS } from '#server/formats/formats.ts';
import { WORKBOOK_PART } from '#server/formats/xlsx-workbook.ts';

/** So many files are judged by their content, none of them larger than this; the rest by name. */
const MOST_LOOKED_AT = 25;
const MOST_BYTES = 256 * 1024;

/** How many files of each kind an archive holds; `workbook` when it is one file after all, null when the check will refuse it. */
export async function lookAtArchive(file: FileHandle, limits: Limits): Promise<Detected['files'] | 'workbook'> {
  const directory = await readDirectory(file, archiveLimits(limits));
  if (directory.refusals.length > 0) return null;
  if (directory.entries.named(WORKBOOK_PART)) return 'workbook';
  const counts = new Map<ReadFormat | null, number>();
  let [total, looked] = [0, 0];
  try {
    for (const entry of directory.entries) {
      if (isIndexFile(entry.name) || isFileSignature(entry.name)) continue;
      total += 1;
      const looks = looked < MOST_LOOKED_AT && entry.size <= MOST_BYTES;
      const format = looks ? await byContent(file, directory, entry) : byName(entry.name);
      if (looks) looked += 1;
      counts.set(format, (counts.get(format) ?? 0) + 1);
    }
  } catch (error) {
    if (error instanceof ArchiveRefused) return null;
    throw error;
  }
  const formats = [...counts].map(([format, count]) => ({ format, count })).sort((a, b) => b.count - a.count);
  return { total, looked, formats };
}

async function byContent(file: FileHandle, directory: ArchiveDirectory, entry: ArchiveEntry) {
  return detectFormat(await readEntry(file, directory, entry), entry.name)?.name ?? null;
}

/** What a name alone promises: the reader of that name, or of that kind. */
function byName(name: string): ReadFormat | null {
  const kind = importExtension(name)?.kind;
  if (kind === 'rdf') return detectFormat(new Uint8Array(), name)?.name ?? 'turtle';
  return FORMATS.find((format) => format.name === kind)?.name ?? null;
}
