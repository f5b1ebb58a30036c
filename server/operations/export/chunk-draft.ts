import type { ExportRow } from '#db/queries/export-items.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { contentFromRow } from '#db/row-image.ts';
import { CLASSIFICATIONS, type Classification } from '#domain/definition.ts';
import { type ExportFormat, formatsOf } from '#domain/export-formats.ts';
import type { Finding } from '#domain/finding.ts';
import type { WriteRecord, Writer } from '#server/formats/format.ts';
import { writerOf } from '#server/formats/formats.ts';
import type { Work } from '#server/operations/operation.ts';
import type { Counts } from '#server/operations/redact/redactor.ts';
import { recordLine, storeRecords } from './record-piece.ts';
import { SegmentDraft, type StoredSegment } from './segment.ts';

/** What a chunk leaves in the file storage: a piece of the archive with its JSON files, and its definitions for the other formats. */
export type StoredChunk = {
  segment?: StoredSegment;
  /** Under this key. */
  records?: string;
  /** What was redacted in them, where that was asked for. */
  redactions?: Counts;
  /** The strictest of these definitions. */
  classification?: Classification;
};

/** The formats of an export that are written from its definitions when all chunks are done. */
export function otherFormats({ options }: JobRow): ExportFormat[] {
  return formatsOf(options).filter((format) => format !== 'json');
}

/** The definitions of one chunk as they become files: each is rendered as soon as it is added, and nothing else is kept of it. */
export class ChunkDraft {
  /** The positions of those that were rendered, and of those that are gone. */
  readonly rendered: number[] = [];
  readonly gone: number[] = [];
  /** There is no room for it in one of the formats. */
  readonly refused: { position: number; code: string; detail: null }[] = [];
  /** What one of the formats does not show as it is. */
  readonly remarks: { position: number; finding: Finding }[] = [];
  /** The term rendered last. */
  lastTerm: string | null = null;
  readonly #work: Work;
  readonly #writers: Writer[];
  readonly #segment: SegmentDraft | null;
  readonly #lines: string[] = [];
  readonly #classifications = new Set<Classification>();

  constructor(work: Work) {
    this.#work = work;
    this.#writers = otherFormats(work.job).map(writerOf);
    this.#segment = formatsOf(work.job.options).includes('json') ? new SegmentDraft() : null;
  }

  add({ position, definitionId, version, contentHash, image }: ExportRow): void {
    if (image === null || contentHash === null) {
      this.gone.push(position);
      return;
    }
    const content = contentFromRow(image);
    const meta = { id: definitionId, version, contentHash };
    const record: WriteRecord = { content, meta };
    const code = this.#writers.map((writer) => writer.refuses?.(record) ?? null).find((one) => one !== null);
    if (code) {
      this.refused.push({ position, code, detail: null });
      return;
    }
    this.#segment?.add(content, meta, typeof image.quality_score === 'number' ? image.quality_score : null);
    if (this.#writers.length > 0) this.#lines.push(recordLine(record));
    for (const writer of this.#writers)
      for (const finding of writer.remarks?.(record) ?? []) this.remarks.push({ position, finding });
    this.#classifications.add(content.classification);
    this.rendered.push(position);
    this.lastTerm = content.term;
  }

  /** Puts away what was rendered; undefined where that is nothing. Once. */
  async store(number: number): Promise<StoredChunk | undefined> {
    if (this.rendered.length === 0) return undefined;
    const stored = this.#segment ? { segment: await this.#segment.store(this.#work, number) } : {};
    if (this.#writers.length === 0) return stored;
    const records = await storeRecords(this.#work, number, this.#lines);
    return { ...stored, records, classification: strictest([...this.#classifications]) };
  }
}

export function strictest(all: readonly Classification[]): Classification {
  return CLASSIFICATIONS.findLast((one) => all.includes(one)) ?? CLASSIFICATIONS[0];
}
