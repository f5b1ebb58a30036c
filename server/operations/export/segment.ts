import type { ManifestFile } from '#contract/manifest.ts';
import type { ExportRow } from '#db/queries/export-items.ts';
import { contentFromRow } from '#db/row-image.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { type EntryRecord, encodeEntries } from '#server/archive/write-segment.ts';
import { definitionToJson } from '#server/formats/definition-to-json.ts';
import type { Work } from '#server/operations/operation.ts';
import { fileName } from './file-name.ts';

/** A rendered chunk, waiting in the file storage for the archive it becomes part of. */
export type StoredSegment = { key: string; entries: EntryRecord[]; files: ManifestFile[] };

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
  const key = `jobs/${job.id}/segments/${number}-${uuidV7()}`;
  await storage.write(key, one(data));
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
  return { key, entries, files };
}

async function* one(data: Buffer): AsyncGenerator<Uint8Array> {
  yield data;
}
