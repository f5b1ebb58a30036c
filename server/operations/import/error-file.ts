import type pg from 'pg';
import { readFailedItems, type StagedRow } from '#db/queries/staged-items.ts';
import { contentFromRow } from '#db/row-image.ts';
import { findingText } from '#domain/finding-texts.ts';
import { type Segment, writeArchive } from '#server/archive/write-archive.ts';
import { encodeEntries } from '#server/archive/write-segment.ts';
import { definitionToJson } from '#server/formats/definition-to-json.ts';
import { originalBytes } from './original.ts';

const RUN = 500;
/** Beside the files; an import of the corrected archive passes over it. */
const LIST_NAME = 'lexport-errors.json';

/**
 * The failed items of an import as an archive that can be corrected and imported again: each as it came, under its own name
 * where it had a file to itself, and one list that says what is wrong with which.
 */
export function errorFile(pool: pg.Pool, jobId: string): AsyncIterable<Uint8Array> {
  return writeArchive(segments(pool, jobId));
}

async function* segments(pool: pg.Pool, jobId: string): AsyncGenerator<Segment> {
  const errors: unknown[] = [];
  const names = new Set<string>();
  for (let after = -1; ; ) {
    const rows = await readFailedItems(pool, jobId, after, RUN);
    const last = rows.at(-1);
    if (!last) break;
    after = last.position;
    const files = rows.map((row) => {
      const name = fileName(row, names);
      errors.push({
        file: name,
        position: row.position,
        term: row.term,
        source: row.sourceFile,
        line: row.sourceLine,
        ...whatIsWrong(row),
      });
      return { name, bytes: contents(row) };
    });
    yield encodeEntries(files);
  }
  yield encodeEntries([{ name: LIST_NAME, bytes: Buffer.from(`${JSON.stringify(errors, null, 2)}\n`) }]);
}

function contents({ raw, image, definitionId, baseVersion }: StagedRow): Buffer {
  if (raw !== null) return originalBytes(raw);
  if (image === null) return Buffer.alloc(0);
  const id = definitionId ?? '';
  const meta = { id, version: baseVersion ?? 1, contentHash: image.content_hash };
  return Buffer.from(definitionToJson(contentFromRow(image), meta));
}

function fileName({ sourceFile, position }: StagedRow, names: Set<string>): string {
  const own = sourceFile !== null && /\.json$/i.test(sourceFile) && !names.has(sourceFile.toLowerCase());
  const name = own ? sourceFile : `item-${String(position + 1).padStart(6, '0')}.json`;
  names.add(name.toLowerCase());
  return name;
}

function whatIsWrong({ findings, problemCode, problemDetail }: StagedRow) {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const remarks = errors.length > 0 ? errors : [{ code: problemCode ?? 'internal_error', severity: 'error' as const }];
  return {
    ...(problemDetail ? { detail: problemDetail } : {}),
    errors: remarks.map((finding) => ({
      code: finding.code,
      ...('field' in finding && finding.field ? { field: finding.field } : {}),
      nl: findingText(finding, 'nl').message,
      en: findingText(finding, 'en').message,
    })),
  };
}
