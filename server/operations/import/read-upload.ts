import type { FileHandle } from 'node:fs/promises';
import type { UploadRow } from '#db/queries/find-upload.ts';
import { isFileSignature, isIndexFile } from '#domain/archive-limits.ts';
import { exportedFormat } from '#domain/export-formats.ts';
import type { Finding } from '#domain/finding.ts';
import { CHOICES_OF_ONE_FILE, choicesFor, type ReadChoices } from '#domain/read-choices.ts';
import { failedRecord, isUnreadable, type RawRecord } from '#domain/record-raw.ts';
import type { ArchiveDirectory } from '#server/archive/archive-directory.ts';
import type { ArchiveEntry, EntryContents } from '#server/archive/archive-entry.ts';
import { archiveLimits } from '#server/archive/archive-limits.ts';
import { checkManifest, type ManifestScores, noScores } from '#server/archive/check-manifest.ts';
import type { FileNames } from '#server/archive/held-files.ts';
import { MANIFEST_NAME } from '#server/archive/manifest.ts';
import { readDirectory, readEntries, readEntry } from '#server/archive/read-archive.ts';
import { ArchiveRefused } from '#server/archive/refusal.ts';
import { streamEntry } from '#server/archive/stream-entry.ts';
import type { Limits } from '#server/config.ts';
import { originalRowText, originalText } from '#server/error-file/original.ts';
import { detectFormat, formatOf } from '#server/formats/formats.ts';
import { recode } from '#server/formats/recode.ts';
import { WORKBOOK_PART } from '#server/formats/xlsx-workbook.ts';
import { readSignatureFiles, type SignatureFiles } from '#server/provenance/read-signature-files.ts';
import type { Storage } from '#server/storage/storage.ts';
import { ArchiveHashes } from './archive-hashes.ts';
import type { ProvenanceCheck } from './check-provenance.ts';
import { type SameDefinitions, sameDefinitions } from './same-definitions.ts';
import type { SourceRecord } from './source-record.ts';

/** What operating systems and we ourselves put into archives beside definitions. */
const IGNORED = /(^|\/)(__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|lexport-errors(-\d+)?\.(json|csv))$/;
/** What says of the files of an error file which items they are. */
const ERROR_LIST = /^(.*\/)?lexport-errors(-\d+)?\.json$/;
/** A file that holds no record is given back in an error file up to this size. */
const MAX_ORIGINAL = 1024 * 1024;

/** Without a manifest nothing is held against one. */
const NO_FILES: FileNames = { length: 0, names: () => [] };

/** What is learnt about the upload as a whole while it is read. */
export type UploadFacts = { findings: Finding[]; files: number; scores?: ManifestScores };

type Reading = {
  upload: UploadRow;
  storage: Storage;
  limits: Limits;
  signal: AbortSignal;
  /** How a person wants it read. */
  choices?: ReadChoices;
  /** Judges where it comes from; absent: that is not asked. */
  provenance?: ProvenanceCheck;
};

/**
 * Every record of an upload, in the order of its files, one file in memory at a time. What is wrong with the upload as a
 * whole goes into `facts`; an archive that is refused yields nothing.
 */
export async function* readUpload(reading: Reading, facts: UploadFacts): AsyncGenerator<SourceRecord> {
  const file = await reading.storage.open(reading.upload.storageKey);
  try {
    // What kind of file it is was judged by its content when it came in.
    if (reading.upload.mediaType === 'application/zip') yield* readArchive(file, reading, facts);
    else {
      facts.files = 1;
      if (await mayComeIn(reading, null))
        yield* recordsOf(await file.readFile(), reading.upload.fileName, reading.choices);
    }
  } finally {
    await file.close();
  }
}

async function* readArchive(file: FileHandle, reading: Reading, facts: UploadFacts): AsyncGenerator<SourceRecord> {
  const limits = archiveLimits(reading.limits);
  const directory = await readDirectory(file, limits);
  facts.findings.push(...directory.refusals);
  if (directory.refusals.length > 0) return;
  facts.files = directory.entries.length;
  const hasManifest = directory.entries.named(MANIFEST_NAME) !== undefined;
  if (directory.entries.named(WORKBOOK_PART)) {
    facts.files = 1;
    if (await mayComeIn(reading, null))
      yield* recordsOf(await file.readFile(), reading.upload.fileName, reading.choices);
    return;
  }
  if (CHOICES_OF_ONE_FILE.some((choice) => reading.choices?.[choice] !== undefined)) {
    facts.findings.push(choicesOfOneFile(reading.upload.fileName));
    return;
  }
  const files: FileNames = hasManifest ? directory.entries : NO_FILES;
  const same = sameDefinitions(files.names());
  if (same) facts.findings.push(passedOver(reading.upload.fileName, same));
  const isSame = (name: string) => same?.others.some((format) => exportedFormat(name) === format) ?? false;
  const isSignature = (name: string) => !hasManifest && isFileSignature(name);
  const except = ({ name }: ArchiveEntry) => isIndexFile(name) || isSame(name) || isSignature(name);
  const options = { limits, signal: reading.signal, except };
  const { provenance } = reading;
  const hold = (hashes: ArchiveHashes, entry: EntryContents) => {
    if (hasManifest) hashes.add(entry);
    else if (provenance?.signsFiles) hashes.addSigned(entry);
  };
  try {
    if (!(await mayComeIn(reading, await readSignatureFiles(file, directory)))) return;
    if (provenance?.comparesFirst) {
      const before = new ArchiveHashes(files);
      for await (const entry of readEntries(file, directory, options))
        if (!IGNORED.test(entry.name)) hold(before, entry);
      await checkIndexFiles(file, directory, before, noScores());
      if (!provenance.compare(before.reckoned)) return;
    }
    const hashes = new ArchiveHashes(files);
    const rowIds = await readErrorLists(file, directory);
    for await (const { name, index, bytes } of readEntries(file, directory, options)) {
      if (IGNORED.test(name)) continue;
      hold(hashes, { name, index, bytes });
      for await (const record of recordsOf(bytes, name, choicesFor(reading.choices ?? {}, name))) {
        const rowId = rowIds.get(name);
        if (rowId !== undefined) record.raw.rowId = rowId;
        yield record;
      }
    }
    facts.scores = noScores();
    facts.findings.push(...(await checkIndexFiles(file, directory, hashes, facts.scores)));
    provenance?.compare(hashes.reckoned);
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error;
    facts.findings.push(...error.findings);
  }
}

/**
 * Reads what describes the archive; what it says about the files is worth a remark and no more, being of somebody else's making
 * or no longer true.
 */
async function checkIndexFiles(
  file: FileHandle,
  directory: ArchiveDirectory,
  hashes: ArchiveHashes,
  scores: ManifestScores,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const entry of directory.entries) {
    if (!isIndexFile(entry.name)) continue;
    const contents = hashes.indexFile(entry.name, streamEntry(file, directory, entry));
    if (entry.name === MANIFEST_NAME)
      findings.push(...(await checkManifest(contents, hashes.held, scores, hashes.changes)));
    // Only to know that it is whole: the archive is taken as one.
    else for await (const _ of contents);
  }
  return findings;
}

async function mayComeIn({ provenance }: Reading, signed: SignatureFiles): Promise<boolean> {
  return provenance === undefined || provenance.begin(signed);
}

function passedOver(file: string, { read, others }: SameDefinitions): Finding {
  const params = { format: read, other: others.join(', ') };
  return { code: 'export_formats_passed_over', severity: 'info', location: { file }, params };
}

function choicesOfOneFile(file: string): Finding {
  return { code: 'choices_of_one_file', severity: 'error', location: { file } };
}

/** By which number each file of an error file is known again; empty for any other archive. Whoever repacked it may have put it in a folder. */
async function readErrorLists(file: FileHandle, directory: ArchiveDirectory): Promise<Map<string, string>> {
  const rowIds = new Map<string, string>();
  for (const entry of directory.entries) {
    const folder = ERROR_LIST.exec(entry.name);
    if (!folder) continue;
    for (const item of listedItems(await readEntry(file, directory, entry))) {
      const { file: name, row } = (item ?? {}) as Record<string, unknown>;
      if (typeof name === 'string' && typeof row === 'string') rowIds.set((folder[1] ?? '') + name, row);
    }
  }
  return rowIds;
}

function listedItems(bytes: Buffer): unknown[] {
  try {
    const list: unknown = JSON.parse(bytes.toString('utf8'));
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

async function* recordsOf(given: Buffer, name: string, choices: ReadChoices = {}): AsyncGenerator<SourceRecord> {
  const format = choices.format ? formatOf(choices.format) : detectFormat(given, name);
  if (!format) {
    const raw = failedRecord({ file: name }, given.length === 0 ? 'file_empty' : 'format_unknown');
    yield { raw, original: () => originalText(given) };
    return;
  }
  // A workbook says of itself how it is encoded.
  const recoded = choices.encoding && format.name !== 'xlsx' ? recode(given, choices.encoding, { file: name }) : null;
  if (recoded && 'failure' in recoded) {
    yield { raw: recoded.failure, original: () => originalText(given) };
    return;
  }
  const bytes = recoded?.bytes ?? given;
  let previous: RawRecord | null = null;
  let alone = true;
  for await (const raw of format.read(bytes, name, undefined, choices)) {
    if (previous) {
      alone = false;
      yield withFields(previous);
    }
    previous = raw;
    if (choices.language && !isUnreadable(raw)) raw.fields.language ||= choices.language;
  }
  if (!previous) return;
  const isFile = alone && (format.name === 'json' || (isUnreadable(previous) && bytes.length <= MAX_ORIGINAL));
  yield isFile ? { raw: previous, original: () => originalText(bytes) } : withFields(previous);
}

function withFields(raw: RawRecord): SourceRecord {
  const record = () => ({
    schemaVersion: 1,
    ...(raw.id ? { id: raw.id } : {}),
    ...(raw.version ? { version: raw.version } : {}),
    ...raw.fields,
  });
  return {
    raw,
    original: () => {
      if (!raw.row) return JSON.stringify(record());
      // What an error file added says nothing about the item any more.
      const kept = raw.row.columns.flatMap((column, at) => (column.errorColumn ? [] : at));
      const columns = kept.map((at) => raw.row?.columns[at]?.name ?? '');
      return originalRowText({ columns, cells: kept.map((at) => raw.row?.cells[at] ?? ''), record: record() });
    },
  };
}
