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

/**
 * Definitions as they leave the organisation: with placeholders, and with a hash of what is in the file, since one of the whole text
 * would let people try numbers until it fits. Counts are of what was replaced, by kind.
 */
export async function redactRows(
  work: Work,
  redaction: RedactionOptions,
  rows: readonly ExportRow[],
): Promise<{ rows: ExportRow[]; redactions: Counts }> {
  const redactor = await openRedactor(work, redaction);
  const found = rows.map((row) => {
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
