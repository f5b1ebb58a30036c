import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import { unescapeCell } from '#server/formats/csv-line.ts';
import {
  type AuditRecord,
  blockRecordSchema,
  endRecordSchema,
  entryRecordSchema,
  headerRecordSchema,
} from './audit-file.ts';
import { TABLE_FIELDS } from './audit-lines.ts';
import { canonicalJson, parseExactly } from './canonical-json.ts';

/** The file is no export of an audit trail, or not whole; the message says where and what. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

/** A record, the line it begins on, and the details of an entry as they are written. */
export type ReadRecord = { line: number; record: AuditRecord; details: string };

const SCHEMAS = {
  header: headerRecordSchema,
  block: blockRecordSchema,
  entry: entryRecordSchema,
  end: endRecordSchema,
} as const;

/** The records of an export, JSON Lines or CSV, one after the other; the file is never in memory as a whole. @throws UnreadableFile */
export async function* readAuditFile(path: string): AsyncGenerator<ReadRecord> {
  const first = await firstCharacters(path);
  if (first.startsWith('{')) yield* readLines(path);
  else if (/^\uFEFF?"?record"?;/.test(first)) yield* readTable(path);
  else
    throw new UnreadableFile(
      'This is no export of an audit trail: it begins with neither a record nor our table head.',
    );
}

async function firstCharacters(path: string): Promise<string> {
  for await (const chunk of createReadStream(path, { encoding: 'utf8', end: 63 })) return chunk as string;
  throw new UnreadableFile('The file is empty.');
}

async function* readLines(path: string): AsyncGenerator<ReadRecord> {
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line++;
    if (text === '') continue;
    yield recordOf(parseJson(text, line), line, detailsIn(text));
  }
}

/** Numbers to the digit, which an ordinary parser rounds. */
function detailsIn(text: string): string {
  if (text.includes('"details":{}')) return '{}';
  const { details } = parseExactly(text) as { details?: Parameters<typeof canonicalJson>[0] };
  return canonicalJson(details ?? null);
}

async function* readTable(path: string): AsyncGenerator<ReadRecord> {
  const parser = createReadStream(path).pipe(
    parse({ bom: true, delimiter: ';', info: true, relax_column_count: true }),
  );
  let head = true;
  try {
    for await (const { record: cells, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (head) {
        head = false;
        continue;
      }
      if (cells.length !== TABLE_FIELDS.length + 2) throw cut(info.lines);
      yield fromCells(cells.map(unescapeCell), info.lines);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(`The table cannot be read: ${(error as Error).message}.`);
  }
}

function cut(line: number): UnreadableFile {
  return new UnreadableFile(`Line ${line} does not have the columns of an export; the file was cut off or changed.`);
}

function fromCells(cells: readonly string[], line: number): ReadRecord {
  const evidence = parseJson(cells.at(-1) as string, line);
  if (cells[0] !== 'entry') return recordOf(evidence, line, '{}');
  const { empty = [], ...rest } = evidence as { empty?: string[] };
  const fields: Record<string, unknown> = { record: 'entry', ...rest };
  const masked = 'commitment' in fields;
  for (const [index, field] of TABLE_FIELDS.entries()) {
    const cell = cells[index + 1] as string;
    if (masked && ['actorName', 'ip', 'userAgent'].includes(field)) continue;
    fields[field] = cell === '' && !empty.includes(field) ? null : cell;
  }
  const details = fields.details as string;
  return recordOf({ ...fields, details: parseJson(details, line) }, line, details);
}

function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableFile(`Line ${line} is not JSON; the file was cut off or changed.`);
  }
}

function recordOf(value: unknown, line: number, details: string): ReadRecord {
  const kind = (value as { record?: unknown } | null)?.record;
  if (typeof kind !== 'string' || !(kind in SCHEMAS)) {
    throw new UnreadableFile(`Line ${line} is no record of an export of an audit trail.`);
  }
  const parsed = SCHEMAS[kind as keyof typeof SCHEMAS].safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new UnreadableFile(`Line ${line} is no ${kind} as we write it: ${where} is not what it should be.`);
  }
  return { line, record: parsed.data as AuditRecord, details };
}
