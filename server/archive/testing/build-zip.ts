import { crc32, deflateRawSync } from 'node:zlib';

/** One entry, byte by byte; whatever is not given is what an honest program would write. */
export type RawEntry = {
  name: string | Buffer;
  contents?: Buffer | string;
  method?: number;
  flags?: number;
  externalAttributes?: number;
  extra?: Buffer;
  comment?: Buffer;
  disk?: number;
  /** Written instead of the compressed contents. */
  data?: Buffer;
  crc?: number;
  size?: number;
  compressedSize?: number;
  /** Bytes behind the data, such as a data descriptor. */
  after?: Buffer;
  /** What the local header says differently. */
  local?: {
    name?: string | Buffer;
    method?: number;
    flags?: number;
    crc?: number;
    size?: number;
    compressedSize?: number;
    extra?: Buffer;
    time?: number;
  };
  /** What the directory says about its place. */
  offset?: number;
};

export type RawArchive = {
  before?: Buffer;
  after?: Buffer;
  comment?: Buffer;
  count?: number;
  disk?: number;
  zip64?: boolean;
};

/** Builds a ZIP file from parts that need not be true. */
export function buildZip(entries: readonly RawEntry[], archive: RawArchive = {}): Buffer {
  const parts: Buffer[] = [archive.before ?? Buffer.alloc(0)];
  const records: Buffer[] = [];
  let position = archive.before?.length ?? 0;
  for (const entry of entries) {
    const local = localPart(entry);
    records.push(directoryRecord(entry, entry.offset ?? position));
    parts.push(local);
    position += local.length;
  }
  const directory = Buffer.concat(records);
  const count = archive.count ?? entries.length;
  const zip64 = archive.zip64 ? zip64End(count, directory.length, position) : Buffer.alloc(0);
  const comment = archive.comment ?? Buffer.alloc(0);
  const disk = archive.disk ?? 0;
  const counts = [disk, disk, count, count].map((value) => uint16(Math.min(value, 0xffff)));
  const end = [
    uint32(0x06054b50),
    ...counts,
    uint32(directory.length),
    uint32(position),
    uint16(comment.length),
    comment,
  ];
  return Buffer.concat([...parts, directory, zip64, ...end, archive.after ?? Buffer.alloc(0)]);
}

/** One additional field of a header. */
export function extraField(id: number, data: Buffer): Buffer {
  return Buffer.concat([uint16(id), uint16(data.length), data]);
}

/** The field that gives a name or comment in UTF-8 next to a plain one. */
export function unicodeField(id: number, plain: Buffer, text: string): Buffer {
  return extraField(id, Buffer.concat([Buffer.from([1]), uint32(crc32(plain)), Buffer.from(text)]));
}

export function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

export function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

const TIME = 0x58215a00;

function facts(entry: RawEntry) {
  const contents = Buffer.from(entry.contents ?? '');
  const method = entry.method ?? 0;
  const data = entry.data ?? (method === 8 ? deflateRawSync(contents) : contents);
  return {
    name: Buffer.from(entry.name as string),
    method,
    data,
    flags: entry.flags ?? 0x800,
    crc: entry.crc ?? crc32(contents),
    size: entry.size ?? contents.length,
    compressedSize: entry.compressedSize ?? data.length,
    extra: entry.extra ?? Buffer.alloc(0),
  };
}

function localPart(entry: RawEntry): Buffer {
  const honest = facts(entry);
  const said = { ...honest, time: TIME, ...entry.local };
  const name = Buffer.from(said.name as string);
  const header = [uint32(0x04034b50), uint16(20), uint16(said.flags), uint16(said.method), uint32(said.time)];
  const sizes = [uint32(said.crc), uint32(said.compressedSize), uint32(said.size)];
  const lengths = [uint16(name.length), uint16(said.extra.length)];
  return Buffer.concat([
    ...header,
    ...sizes,
    ...lengths,
    name,
    said.extra,
    honest.data,
    entry.after ?? Buffer.alloc(0),
  ]);
}

function directoryRecord(entry: RawEntry, offset: number): Buffer {
  const { name, flags, method, crc, compressedSize, size, extra } = facts(entry);
  const comment = entry.comment ?? Buffer.alloc(0);
  const header = [uint32(0x02014b50), uint16(0x0314), uint16(20), uint16(flags), uint16(method), uint32(TIME)];
  const sizes = [uint32(crc), uint32(compressedSize), uint32(size)];
  const lengths = [name.length, extra.length, comment.length, entry.disk ?? 0, 0].map(uint16);
  const place = [uint32(entry.externalAttributes ?? 0), uint32(offset)];
  return Buffer.concat([...header, ...sizes, ...lengths, ...place, name, extra, comment]);
}

function zip64End(count: number, size: number, offset: number): Buffer {
  const versions = [uint16(45), uint16(45), uint32(0), uint32(0)];
  const record = [uint32(0x06064b50), uint64(44), ...versions, ...[count, count, size, offset].map(uint64)];
  return Buffer.concat([...record, uint32(0x07064b50), uint32(0), uint64(offset + size), uint32(1)]);
}
