import { crc32 } from 'node:zlib';
import {
  EXTRA_TIMES,
  EXTRA_UNICODE_COMMENT,
  EXTRA_UNICODE_NAME,
  EXTRA_ZIP64,
  MAX_UINT16,
  MAX_UINT32,
  readUint64,
} from './zip-format.ts';

/** The additional fields of one header by their id. A field we know the meaning of occurs at most once. */
export type ExtraFields = ReadonlyMap<number, Buffer>;

/** Info-ZIP's times (two generations) and owners. Whoever writes them in the directory writes them at the entry too. */
const PAIRED = [EXTRA_TIMES, 0x5855, 0x7855, 0x7875, EXTRA_UNICODE_NAME];
const ONCE = new Set([EXTRA_ZIP64, EXTRA_UNICODE_COMMENT, ...PAIRED]);
const NONE: ExtraFields = new Map();

/** Splits the additional fields; null when they do not fit. Up to three zero bytes at the end are alignment, not data. */
export function readExtraFields(bytes: Buffer): ExtraFields | null {
  if (bytes.length === 0) return NONE;
  const fields = new Map<number, Buffer>();
  let at = 0;
  while (at + 4 <= bytes.length) {
    const id = bytes.readUInt16LE(at);
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    if (end > bytes.length || (ONCE.has(id) && fields.has(id))) return null;
    fields.set(id, bytes.subarray(at + 4, end));
    at = end;
  }
  return bytes.subarray(at).every((byte) => byte === 0) ? fields : null;
}

/** Whether the entry itself carries every field that the directory says it has, and no other name. */
export function arePaired(central: ExtraFields, local: ExtraFields): boolean {
  if (PAIRED.some((id) => central.has(id) && !local.has(id))) return false;
  const [here, there] = [central.get(EXTRA_UNICODE_NAME), local.get(EXTRA_UNICODE_NAME)];
  return there === undefined || (here?.equals(there) ?? false);
}

export type Sizes = {
  size: number;
  compressedSize: number;
  offset: number;
  disk: number;
};

/**
 * Replaces each saturated value by its real one. The field holds exactly the saturated ones, or (some writers) all of them,
 * and then the others must repeat the header. Null when it does not add up.
 */
export function resolveZip64(field: Buffer | undefined, header: Sizes): Sizes | null {
  const needed = [
    header.size === MAX_UINT32,
    header.compressedSize === MAX_UINT32,
    header.offset === MAX_UINT32,
    header.disk === MAX_UINT16,
  ] as const;
  if (field === undefined) return needed.includes(true) ? null : header;
  const widths = [8, 8, 8, 4] as const;
  const minimal = widths.reduce<number>((sum, width, index) => sum + (needed[index] ? width : 0), 0);
  const complete = [16, 24, 28].includes(field.length);
  if (field.length !== minimal && !complete) return null;

  let at = 0;
  const next = (index: 0 | 1 | 2 | 3, stated: number): number => {
    if (field.length === minimal && !needed[index]) return stated;
    const width = widths[index];
    if (at + width > field.length) return needed[index] ? Number.NaN : stated;
    const value = width === 8 ? readUint64(field, at) : field.readUInt32LE(at);
    at += width;
    return needed[index] || value === stated ? value : Number.NaN;
  };
  const sizes = {
    size: next(0, header.size),
    compressedSize: next(1, header.compressedSize),
    offset: next(2, header.offset),
    disk: next(3, header.disk),
  };
  return Object.values(sizes).every(Number.isFinite) ? sizes : null;
}

/** The UTF-8 text of a unicode field; null when it belongs to another text than the one in the header. */
export function unicodeText(field: Buffer, plain: Buffer): Buffer | null {
  if (field.length < 5 || field[0] !== 1) return null;
  return field.readUInt32LE(1) === crc32(plain) ? field.subarray(5) : null;
}
