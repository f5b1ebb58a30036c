import { isUtf8 } from 'node:buffer';

/** No text that a person wrote begins with one of these. */
const BYTES_MARK = '\u0001';
const ROW_MARK = '\u0002';

/** A row of a table as it came: the names of its columns, its cells, and the record it was read as. */
export type OriginalRow = { columns: string[]; cells: string[]; record: Record<string, unknown> };

/** A file as a text the database can keep, which has no zero bytes: itself, or its bytes in base64 behind a mark. */
export function originalText(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  const isPlain =
    isUtf8(bytes) && !text.includes('\u0000') && !text.startsWith(BYTES_MARK) && !text.startsWith(ROW_MARK);
  return isPlain ? text : BYTES_MARK + bytes.toString('base64');
}

/** A row of a table as a text the database can keep. */
export function originalRowText(row: OriginalRow): string {
  return ROW_MARK + JSON.stringify(row);
}

/** The row of a table that a kept text is; null when it was a file of its own. */
export function originalRow(text: string): OriginalRow | null {
  return text.startsWith(ROW_MARK) ? (JSON.parse(text.slice(ROW_MARK.length)) as OriginalRow) : null;
}

/** The file again, byte by byte; a row of a table as the JSON of its record. */
export function originalBytes(text: string): Buffer {
  const row = originalRow(text);
  if (row) return Buffer.from(JSON.stringify(row.record));
  return text.startsWith(BYTES_MARK) ? Buffer.from(text.slice(BYTES_MARK.length), 'base64') : Buffer.from(text);
}
