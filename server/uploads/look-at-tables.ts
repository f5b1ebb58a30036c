import type { FileHandle } from 'node:fs/promises';
import type { UploadPreview } from '#contract/reading.ts';
import type { UploadRow } from '#db/queries/find-upload.ts';
import { isIndexFile } from '#domain/archive-limits.ts';
import { importExtension } from '#domain/import-kinds.ts';
import { choicesFor, isTableFormat, type ReadChoices } from '#domain/read-choices.ts';
import type { ArchiveDirectory } from '#server/archive/archive-directory.ts';
import type { ArchiveEntry } from '#server/archive/archive-entry.ts';
import { archiveLimits } from '#server/archive/archive-limits.ts';
import { readDirectory, readEntry } from '#server/archive/read-archive.ts';
import { ArchiveRefused } from '#server/archive/refusal.ts';
import type { TableLook } from '#server/formats/look-at-table.ts';
import { columnsText } from '#server/formats/same-columns.ts';
import type { Services } from '#server/services.ts';
import { type FileLook, lookAtFile } from './look-at-file.ts';
import { placeOf } from './place-of.ts';

/** Tables of an archive that have the same columns, which mean the same in all of them; one that cannot be read is by itself. */
export type TableGroup = { places: UploadPreview['tables'][number]['places']; first: FileLook };
export type TablesLook = {
  groups: TableGroup[];
  /** Tables that were not looked at, because there are so many or they are so large. */
  left: number;
};

/** So much of an archive is unpacked for a look. */
const MOST_TABLES = 200;
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_GROUPS = 50;
/** Files whose name says nothing are judged by their content up to here. */
const NAMELESS_BYTES = 256 * 1024;

/** The tables in an archive, those with the same columns together, and what the choices are about, in the order they stand in it. Never throws on what it holds. */
export async function lookAtTables(
  { storage, config }: Pick<Services, 'storage' | 'config'>,
  upload: UploadRow,
  choices: ReadChoices,
  most: number,
): Promise<TablesLook> {
  const opened = await storage.open(upload.storageKey);
  try {
    const directory = await readDirectory(opened, archiveLimits(config.limits));
    if (directory.refusals.length > 0) return { groups: [], left: 0 };
    return await group(opened, directory, choices, most);
  } finally {
    await opened.close();
  }
}

async function group(
  file: FileHandle,
  directory: ArchiveDirectory,
  choices: ReadChoices,
  most: number,
): Promise<TablesLook> {
  const groups = new Map<string, TableGroup>();
  const spokenOf = new Set(choices.places?.map((place) => place.file));
  let looked = 0;
  let bytes = 0;
  let left = 0;
  for (const entry of directory.entries) {
    const isSpokenOf = spokenOf.has(entry.name);
    if (!isSpokenOf && !mayBeTable(entry)) continue;
    if (looked === MOST_TABLES || bytes + entry.size > MOST_BYTES) {
      left += 1;
      continue;
    }
    looked += 1;
    bytes += entry.size;
    const look = await lookAtEntry(file, directory, entry, choices, most);
    // What was said of a file stays in sight, also when nothing comes of it.
    if (!look || !(isSpokenOf || isLikeTable(look.table))) continue;
    // Without names of columns it is like no other.
    const names = look.table?.top?.header.columns.map(({ name }) => name);
    const key = names ? columnsText(names) : entry.name;
    const known = groups.get(key);
    if (known) known.places.push(asRead(look));
    else if (groups.size === MOST_GROUPS) left += 1;
    else groups.set(key, { places: [asRead(look)], first: look });
  }
  return { groups: [...groups.values()], left };
}

function mayBeTable({ name, size }: ArchiveEntry): boolean {
  if (isIndexFile(name)) return false;
  const kind = importExtension(name)?.kind;
  return isTableFormat(kind ?? null) || (kind === undefined && size <= NAMELESS_BYTES);
}

/** Without names of columns it still may be one, when anything stands beside anything. */
function isLikeTable(table: TableLook | null): boolean {
  if (table === null) return false;
  const { top, first } = table;
  return top !== null || first.some(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
}

/** Null for what cannot be opened: its own row in the plan says why. */
async function lookAtEntry(
  file: FileHandle,
  directory: ArchiveDirectory,
  entry: ArchiveEntry,
  choices: ReadChoices,
  most: number,
): Promise<FileLook | null> {
  try {
    const contents = await readEntry(file, directory, entry);
    return await lookAtFile(contents, { file: entry.name }, choicesFor(choices, entry.name), most);
  } catch (error) {
    if (error instanceof ArchiveRefused) return null;
    throw error;
  }
}

function asRead({ detected, table, file }: FileLook): TableGroup['places'][number] {
  const { format, encoding, delimiter, headerRow, language } = detected;
  return { file: file.file ?? '', format, encoding, delimiter, headerRow, language, ...placeOf(table) };
}
