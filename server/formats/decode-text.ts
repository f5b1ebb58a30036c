import { isUtf8 } from 'node:buffer';
import type { Encoding } from '#domain/read-choices.ts';

type DecodedText =
  | { text: string; encoding: Encoding }
  /** `line` (1-based) and `offset` (in bytes) of the first byte that is not UTF-8. */
  | { text: null; line: number; offset: number };

type DecodeOptions = { fallback: 'windows-1252' | null };

/**
 * The text of a file, without its byte order mark. UTF-16 is recognised by its mark, or by the zero bytes that plain
 * western text has in it; what is not UTF-8 either is read as Windows-1252 when `fallback` says so.
 */
export function decodeText(bytes: Uint8Array, { fallback }: DecodeOptions): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8(bytes.subarray(3), fallback);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), 'utf-16be');
  const unmarked = unmarkedUtf16(bytes);
  return unmarked ? utf16(bytes, unmarked) : utf8(bytes, fallback);
}

function utf8(bytes: Uint8Array, fallback: DecodeOptions['fallback']): DecodedText {
  if (isUtf8(bytes)) return { text: bufferOf(bytes).toString('utf8'), encoding: 'utf-8' };
  if (fallback) return { text: new TextDecoder(fallback).decode(bytes), encoding: fallback };
  const offset = firstInvalidByte(bytes);
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 0x0a) line += 1;
  return { text: null, line, offset };
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Every second byte zero over the first 200 bytes: no UTF-8 or Windows-1252 text looks like that. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length, 200) >> 1;
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.8 && even === 0) return 'utf-16le';
  return even > pairs * 0.8 && odd === 0 ? 'utf-16be' : null;
}

/** By halving: the longest valid prefix ends where the first invalid sequence starts. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidPrefix(bytes, middle)) valid = middle;
    else invalid = middle;
  }
  // What was taken for a character cut off may be the one that is wrong.
  while (!isUtf8(bytes.subarray(0, valid))) valid -= 1;
  return valid;
}

/** Whether the first `length` bytes are UTF-8 or the beginning of it: a cut may fall inside a character. */
function isValidPrefix(bytes: Uint8Array, length: number): boolean {
  for (let back = 0; back < 4 && back <= length; back++) {
    if (isUtf8(bytes.subarray(0, length - back))) {
      return back === 0 || looksCutOff(bytes.subarray(length - back, length));
    }
  }
  return false;
}

/** A lead byte and fewer continuation bytes than it announces. */
function looksCutOff([lead = 0, ...rest]: Uint8Array): boolean {
  const announced = lead >= 0xf5 || lead < 0xc2 ? 0 : lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  return rest.length < announced && rest.every((byte) => (byte & 0xc0) === 0x80);
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
