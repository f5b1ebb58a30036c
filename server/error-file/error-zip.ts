import type pg from 'pg';
import type { StagedRow } from '#db/queries/staged-items.ts';
import { contentFromRow } from '#db/row-image.ts';
import { type Segment, writeArchive } from '#server/archive/write-archive.ts';
import { encodeEntries } from '#server/archive/write-segment.ts';
import { definitionToJson } from '#server/formats/definition-to-json.ts';
import { errorItems } from './error-items.ts';
import { originalBytes } from './original.ts';
import { rowId } from './row-id.ts';
import { whatIsWrong } from './what-is-wrong.ts';

/** Entries of one list: more would be a larger file than an archive may hold when it comes back. */
const LISTED_AT_ONCE = 1_000;

/**
 * The failed items of an import as an archive that can be corrected and imported again: each as it came, under its own name
 * where it had a file to itself, and lists that say what is wrong with which, and by which it is known again.
 */
export function errorZip(pool: pg.Pool, jobId: string): AsyncIterable<Uint8Array> {
  return writeArchive(segments(pool, jobId));
}

async function* segments(pool: pg.Pool, jobId: string): AsyncGenerator<Segment> {
  const errors: unknown[] = [];
  const names = new Set<string>();
  for await (const rows of errorItems(pool, jobId)) {
    const files = rows.map((row) => {
      const name = fileName(row, names);
      errors.push({
        file: name,
        row: rowId(jobId, row.position),
        position: row.position,
        term: row.term,
        source: row.sourceFile,
        line: row.sourceLine,
        ...(row.problemDetail ? { detail: row.problemDetail } : {}),
        errors: whatIsWrong(row),
      });
      return { name, bytes: contents(row) };
    });
    yield encodeEntries(files);
  }
  yield encodeEntries(lists(errors));
}

function lists(errors: readonly unknown[]) {
  const files = [];
  for (let at = 0; at === 0 || at < errors.length; at += LISTED_AT_ONCE) {
    const name = at === 0 ? 'lexport-errors.json' : `lexport-errors-${at / LISTED_AT_ONCE + 1}.json`;
    const text = JSON.stringify(errors.slice(at, at + LISTED_AT_ONCE), null, 2);
    files.push({ name, bytes: Buffer.from(`${text}\n`) });
  }
  return files;
}

function contents({ raw, image, correction, definitionId, baseVersion }: StagedRow): Buffer {
  if (correction && !image) return Buffer.from(`${JSON.stringify({ schemaVersion: 1, ...correction }, null, 2)}\n`);
  if (raw !== null && !image) return originalBytes(raw);
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
