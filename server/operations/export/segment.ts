import type { ManifestFile } from '#contract/manifest.ts';
import type { ExportRow } from '#db/queries/export-items.ts';
import { contentFromRow } from '#db/row-image.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { encodeFiles } from '#server/archive/manifest.ts';
import { type EntryRecord, encodeEntries } from '#server/archive/write-segment.ts';
import { definitionToJson } from '#server/formats/definition-to-json.ts';
import type { Work } from '#server/operations/operation.ts';
import type { Storage } from '#server/storage/storage.ts';
import { fileName } from './file-name.ts';

/**
 * A rendered chunk, waiting in the file storage for the archive it becomes part of: `dataBytes` of archive, then up to `bytes`
 * an index. Only this much of it goes into the database: for a large export the indexes are tens of megabytes.
 */
export type StoredSegment = { key: string; dataBytes: number; bytes: number };

/** The entries of the archive piece, and the same files as the manifest lists them. */
type SegmentIndex = { entries: EntryRecord[]; manifestFiles: string };

type Rendered = ExportRow & { snapshot: Record<string, unknown>; contentHash: string };

/** Renders the definitions of one chunk as a piece of the archive; each attempt under a key of its own. */
export async function renderSegment(
  { job, storage }: Work,
  number: number,
  rows: readonly Rendered[],
): Promise<StoredSegment> {
  const rendered = rows.map((row) => {
    const content = contentFromRow(row.snapshot);
    const text = definitionToJson(content, {
      id: row.definitionId,
      version: row.version,
      contentHash: row.contentHash,
    });
    return { row, content, name: fileName(content.term, row.definitionId), bytes: Buffer.from(text) };
  });
  const { data, entries } = await encodeEntries(rendered);
  const files = rendered.map(({ row, content, name, bytes }, index): ManifestFile => {
    const score = row.snapshot.quality_score;
    return {
      path: name,
      definitionId: row.definitionId,
      version: row.version,
      contentHash: `sha256:${row.contentHash}`,
      sha256: (entries[index] as EntryRecord).sha256,
      bytes: bytes.length,
      mediaType: 'application/json',
      term: content.term,
      dependencies: content.relations.map(({ targetId, targetTerm }) => targetId ?? targetTerm ?? ''),
      score: typeof score === 'number' ? score : null,
      caseReferences: content.caseReferences,
      classification: content.classification,
    };
  });
  const index = Buffer.from(`${JSON.stringify(entries)}\n${encodeFiles(files)}`);
  const key = `jobs/${job.id}/segments/${number}-${uuidV7()}`;
  const { size } = await storage.write(key, both(data, index));
  return { key, dataBytes: data.length, bytes: size };
}

/** The piece of the archive itself. */
export function readSegment(storage: Storage, { key, dataBytes }: StoredSegment): AsyncIterable<Uint8Array> {
  return storage.read(key, { start: 0, end: dataBytes - 1 });
}

export async function readSegmentIndex(
  storage: Storage,
  { key, dataBytes, bytes }: StoredSegment,
): Promise<SegmentIndex> {
  const pieces = await Array.fromAsync(storage.read(key, { start: dataBytes, end: bytes - 1 }));
  const text = Buffer.concat(pieces).toString();
  const end = text.indexOf('\n');
  return { entries: JSON.parse(text.slice(0, end)) as EntryRecord[], manifestFiles: text.slice(end + 1) };
}

async function* both(data: Buffer, index: Buffer): AsyncGenerator<Uint8Array> {
  yield data;
  yield index;
}
