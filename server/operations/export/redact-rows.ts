import { contentHash } from '#db/content-hash.ts';
import type { ExportRow } from '#db/queries/export-items.ts';
import { contentColumns, contentFromRow } from '#db/row-image.ts';
import { redactContent } from '#domain/redaction/redact-content.ts';
import type { Work } from '#server/operations/operation.ts';
import {
  type Counts,
  countHits,
  openRedactor,
  type RedactionOptions,
  replacementOf,
} from '#server/operations/redact/redactor.ts';

/** A definition of a chunk with its row image, or null where it is gone. */
export type ImageRow = Omit<ExportRow, 'snapshot'> & { image: Record<string, unknown> | null };

/**
 * Definitions as they leave the organisation: with placeholders where the export redacts, and with a hash of what is in the file,
 * since one of the whole text would let people try numbers until it fits. Counts are of what was replaced, by kind. Without
 * redaction each is parsed when it is asked for, so that no more than one of them is there at a time.
 */
export async function redactRows(
  work: Work,
  rows: readonly ExportRow[],
): Promise<{ rows: Iterable<ImageRow>; redactions?: Counts }> {
  if (work.job.options.redaction === undefined) return { rows: parsed(rows) };
  const redactor = await openRedactor(work, work.job.options.redaction as RedactionOptions);
  const found = Array.from(parsed(rows), (row) => {
    const content = row.image && contentFromRow(row.image);
    return { row, content, hits: content ? redactor.findIn(content) : [] };
  });
  const all = found.flatMap(({ hits }) => hits);
  const replacement = replacementOf(await redactor.number(all));
  return {
    rows: found.map(({ row, content, hits }) => {
      if (!content || hits.length === 0) return row;
      const redacted = redactContent(content, hits, replacement);
      return { ...row, image: { ...row.image, ...contentColumns(redacted) }, contentHash: contentHash(redacted) };
    }),
    redactions: countHits(all),
  };
}

function* parsed(rows: readonly ExportRow[]): Generator<ImageRow> {
  for (const { snapshot, ...row } of rows) yield { ...row, image: snapshot === null ? null : JSON.parse(snapshot) };
}
