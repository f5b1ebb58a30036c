import { isUtf8 } from 'node:buffer';

/** No text that a person wrote begins with this. */
const MARK = '\u0001';

/** A file as a text the database can keep, which has no zero bytes: itself, or its bytes in base64 behind a mark. */
export function originalText(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  const isPlain = isUtf8(bytes) && !text.includes('\u0000') && !text.startsWith(MARK);
  return isPlain ? text : MARK + bytes.toString('base64');
}

/** The file again, byte by byte. */
export function originalBytes(text: string): Buffer {
  return text.startsWith(MARK) ? Buffer.from(text.slice(MARK.length), 'base64') : Buffer.from(text);
}
