/** An entry as the table of contents of an archive describes it; nothing is inflated to know this. Sizes in bytes. */
export type ZipEntry = {
  name: string;
  size: number;
  compressedSize: number;
  /** 0: stored, 8: deflated. */
  method: number;
  encrypted: boolean;
  isDirectory: boolean;
  /** Where its local header begins. */
  offset: number;
};

export type ZipDirectory = { entries: ZipEntry[]; count: number };

/** Not an archive, or a damaged one. */
export class NotAZip extends Error {}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const HEADER = 0x02014b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;
const UNKNOWN_32 = 0xffffffff;

/**
 * Reads the table of contents at the end of an archive, and only that, whatever the size of the archive. With more than
 * `maxEntries` entries, or a table above `maxBytes`, it only counts them. @throws NotAZip
 */
export async function readZipDirectory(file: Blob, maxEntries: number, maxBytes: number): Promise<ZipDirectory> {
  const { count, size, offset } = await readEnd(file);
  if (offset + size > file.size) throw new NotAZip('The table of contents lies outside the file');
  if (count > maxEntries || size > maxBytes) return { entries: [], count };
  return { entries: parseEntries(await viewOf(file.slice(offset, offset + size)), count), count };
}

async function viewOf(part: Blob): Promise<DataView> {
  return new DataView(await part.arrayBuffer());
}

async function readEnd(file: Blob): Promise<{ count: number; size: number; offset: number }> {
  const from = Math.max(0, file.size - END_SIZE - MAX_COMMENT);
  const tail = await viewOf(file.slice(from));
  for (let at = tail.byteLength - END_SIZE; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END) continue;
    const end = {
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
    };
    const large = at >= 20 && tail.getUint32(at - 20, true) === END_64_LOCATOR;
    return large ? readEnd64(file, Number(tail.getBigUint64(at - 12, true))) : end;
  }
  throw new NotAZip('No table of contents');
}

async function readEnd64(file: Blob, at: number): Promise<{ count: number; size: number; offset: number }> {
  const end = await viewOf(file.slice(at, at + 56));
  if (end.byteLength < 56 || end.getUint32(0, true) !== END_64) throw new NotAZip('Damaged table of contents');
  return {
    count: Number(end.getBigUint64(32, true)),
    size: Number(end.getBigUint64(40, true)),
    offset: Number(end.getBigUint64(48, true)),
  };
}

function parseEntries(view: DataView, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const utf8 = new TextDecoder('utf-8');
  const other = new TextDecoder('windows-1252');
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== HEADER) throw new NotAZip('Damaged entry');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw new NotAZip('Damaged entry');
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
    const name = (flags & 0x800 ? utf8 : other).decode(bytes);
    const numbers = {
      size: view.getUint32(at + 24, true),
      compressedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) === 1,
      isDirectory: name.endsWith('/'),
      ...withLargeNumbers(numbers, view, at + 46 + nameLength, extraLength),
    });
    at = next;
  }
  return entries;
}

type Numbers = { size: number; compressedSize: number; offset: number };

/** Numbers that do not fit in 32 bits stand in an extra field, in this order, and only those. */
function withLargeNumbers(numbers: Numbers, view: DataView, start: number, length: number): Numbers {
  let at = start;
  while (at + 4 <= start + length) {
    const bytes = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      const large = { ...numbers };
      for (const key of ['size', 'compressedSize', 'offset'] as const) {
        if (numbers[key] !== UNKNOWN_32 || field + 8 > at + 4 + bytes) continue;
        large[key] = Number(view.getBigUint64(field, true));
        field += 8;
      }
      return large;
    }
    at += 4 + bytes;
  }
  return numbers;
}
