import { firstColumn, linesOf } from './read-terms.ts';

/** More than 100 000 terms of the longest kind never need this much; larger is some other file. */
const MAX_BYTES = 50 * 1024 * 1024;

export type TermFile =
  | { name: string; lines: string[] }
  | { name: string; problem: 'tooLarge' | 'unreadable' | 'binary' };

/** The terms in a text file (one per line) or the first column of a CSV file. */
export async function readTermFile(file: File): Promise<TermFile> {
  const { name } = file;
  if (file.size > MAX_BYTES) return { name, problem: 'tooLarge' };
  let text: string;
  try {
    text = decode(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { name, problem: 'unreadable' };
  }
  if (text.includes('\0')) return { name, problem: 'binary' };
  return { name, lines: /\.csv$/i.test(name) ? firstColumn(text) : linesOf(text) };
}

/** Files of Windows programs are often no UTF-8. */
function decode(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
