import type { JobRow } from '#db/queries/job-row.ts';
import { contentFromRow } from '#db/row-image.ts';
import { CLASSIFICATIONS, type Classification } from '#domain/definition.ts';
import { type ExportFormat, formatsOf } from '#domain/export-formats.ts';
import type { Finding } from '#domain/finding.ts';
import type { WriteRecord } from '#server/formats/format.ts';
import { writerOf } from '#server/formats/formats.ts';
import type { Work } from '#server/operations/operation.ts';
import type { Counts } from '#server/operations/redact/redactor.ts';
import { recordLine, storeRecords } from './record-piece.ts';
import type { ImageRow } from './redact-rows.ts';
import { SegmentDraft, type StoredSegment } from './segment.ts';

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

export type RenderedChunk = {
  /** What is to be kept of it; undefined where there was nothing to render. */
  output: StoredChunk | undefined;
  /** The positions of those that were rendered, and of those that are gone. */
  rendered: number[];
  gone: number[];
  /** There is no room for it in one of the formats. */
  refused: { position: number; code: string; detail: null }[];
  /** What one of the formats does not show as it is. */
  remarks: { position: number; finding: Finding }[];
  /** The term rendered last. */
  lastTerm: string | null;
};

/** The formats of an export that are written from its definitions when all chunks are done. */
export function otherFormats({ options }: JobRow): ExportFormat[] {
  return formatsOf(options).filter((format) => format !== 'json');
}

/** Renders the definitions of a chunk that can be written, and puts away what that gives to the files. */
export async function renderChunk(work: Work, number: number, rows: Iterable<ImageRow>): Promise<RenderedChunk> {
  const chunk: RenderedChunk = { output: undefined, rendered: [], gone: [], refused: [], remarks: [], lastTerm: null };
  const writers = otherFormats(work.job).map(writerOf);
  const segment = formatsOf(work.job.options).includes('json') ? new SegmentDraft() : null;
  const lines: string[] = [];
  const classifications = new Set<Classification>();
  for (const { position, definitionId, version, contentHash, image } of rows) {
    if (image === null || contentHash === null) {
      chunk.gone.push(position);
      continue;
    }
    const content = contentFromRow(image);
    const meta = { id: definitionId, version, contentHash };
    const record: WriteRecord = { content, meta };
    const code = writers.map((writer) => writer.refuses?.(record) ?? null).find((one) => one !== null);
    if (code) {
      chunk.refused.push({ position, code, detail: null });
      continue;
    }
    segment?.add(content, meta, typeof image.quality_score === 'number' ? image.quality_score : null);
    if (writers.length > 0) lines.push(recordLine(record));
    for (const writer of writers)
      for (const finding of writer.remarks?.(record) ?? []) chunk.remarks.push({ position, finding });
    classifications.add(content.classification);
    chunk.rendered.push(position);
    chunk.lastTerm = content.term;
  }
  if (chunk.rendered.length === 0) return chunk;
  const stored = segment ? await segment.store(work, number) : {};
  if (writers.length === 0) return { ...chunk, output: stored };
  const classification = strictest([...classifications]);
  return { ...chunk, output: { ...stored, records: await storeRecords(work, number, lines), classification } };
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
