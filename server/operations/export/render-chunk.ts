import type { ExportRow } from '#db/queries/export-items.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { contentFromRow } from '#db/row-image.ts';
import { CLASSIFICATIONS, type Classification } from '#domain/definition.ts';
import { type ExportFormat, formatsOf } from '#domain/export-formats.ts';
import type { Finding } from '#domain/finding.ts';
import type { WriteRecord } from '#server/formats/format.ts';
import { writerOf } from '#server/formats/formats.ts';
import type { Work } from '#server/operations/operation.ts';
import type { Counts } from '#server/operations/redact/redactor.ts';
import { storeRecords, type ThereRow } from './record-piece.ts';
import { type Rendered, renderSegment, type StoredSegment } from './segment.ts';

/**
 * What a chunk leaves in the file storage: a piece of the archive with its JSON files (only then the fields of `StoredSegment`), and
 * for the other formats its definitions under `records`.
 */
export type StoredChunk = Partial<StoredSegment> & {
  records?: string;
  /** What was redacted in them, where that was asked for. */
  redactions?: Counts;
  /** The strictest of these definitions. */
  classification?: Classification;
};

export type SortedOut = {
  definitions: Rendered[];
  gone: number[];
  /** There is no room for it in one of the formats. */
  refused: { position: number; code: string; detail: null }[];
  /** What one of the formats does not show as it is. */
  remarks: { position: number; finding: Finding }[];
};

/** The formats of an export that are written from its definitions when all chunks are done. */
export function otherFormats({ options }: JobRow): ExportFormat[] {
  return formatsOf(options).filter((format) => format !== 'json');
}

/** Which definitions of a chunk can be written, and which not, and why. */
export function sortOut(job: JobRow, rows: readonly ExportRow[]): SortedOut {
  const sorted: SortedOut = { definitions: [], gone: [], refused: [], remarks: [] };
  const writers = otherFormats(job).map(writerOf);
  for (const row of rows) {
    if (!isThere(row)) {
      sorted.gone.push(row.position);
      continue;
    }
    const content = contentFromRow(row.snapshot);
    const record = recordOf({ row, content });
    const code = writers.map((writer) => writer.refuses?.(record) ?? null).find((one) => one !== null);
    if (code) {
      sorted.refused.push({ position: row.position, code, detail: null });
      continue;
    }
    sorted.definitions.push({ row, content });
    for (const writer of writers)
      for (const finding of writer.remarks?.(record) ?? []) sorted.remarks.push({ position: row.position, finding });
  }
  return sorted;
}

/** Puts what a chunk gives to the files away. */
export async function renderChunk(
  work: Work,
  number: number,
  definitions: readonly Rendered[],
): Promise<StoredChunk | undefined> {
  if (definitions.length === 0) return;
  const segment = formatsOf(work.job.options).includes('json') ? await renderSegment(work, number, definitions) : {};
  if (otherFormats(work.job).length === 0) return segment;
  return {
    ...segment,
    records: await storeRecords(work, number, definitions.map(recordOf)),
    classification: strictest(definitions.map(({ content }) => content.classification)),
  };
}

export function strictest(all: readonly Classification[]): Classification {
  return CLASSIFICATIONS.findLast((one) => all.includes(one)) ?? CLASSIFICATIONS[0];
}

/** The piece of the archive a chunk left; null when JSON was not asked for. */
export function segmentOf(chunk: StoredChunk): StoredSegment | null {
  const { key, dataBytes, entriesEnd, bytes } = chunk;
  if (key === undefined || dataBytes === undefined || entriesEnd === undefined || bytes === undefined) return null;
  return { key, dataBytes, entriesEnd, bytes };
}

function recordOf({ row, content }: Rendered): WriteRecord {
  const { definitionId: id, version, contentHash } = row;
  return { content, meta: { id, version, contentHash } };
}

function isThere(row: ExportRow): row is ThereRow {
  return row.snapshot !== null && row.contentHash !== null;
}
