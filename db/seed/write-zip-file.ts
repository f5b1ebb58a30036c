import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import type { GeneratedFile } from './generate-files.ts';

const MAX_ENTRIES_WITHOUT_ZIP64 = 0xffff;
const VERSION_DEFLATE = 20;
const VERSION_ZIP64 = 45;
/** An entry is a kilobyte; to write each by itself takes longer than to make it. */
const BLOCK_BYTES = 256 * 1024;
const FLAG_UTF8_NAMES = 0x0800;
const METHOD_DEFLATE = 8;
/** 1 January 2024 in MS-DOS form: a fixed date, so that equal files make equal archives. */
const DATE = ((2024 - 1980) << 9) | (1 << 5) | 1;

/**
 * Writes the files as a ZIP, one after the other, and returns its size in bytes. Only the directory is kept in memory.
 * The archive appears under its name when it is complete. Sizes and offsets stay below 4 GiB; the number of entries
 * need not stay below 65 536, which is why this is not left to JSZip: it has no ZIP64.
 */
export async function writeZipFile(path: string, files: Iterable<GeneratedFile>): Promise<number> {
  const unfinished = `${path}.part`;
  try {
    await pipeline(Readable.from(inLargerBlocks(zipBlocks(files))), createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return (await stat(path)).size;
}

function* zipBlocks(files: Iterable<GeneratedFile>): Generator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const nameBytes = Buffer.from(name);
    const content = Buffer.from(text);
    const deflated = deflateRawSync(content);
    const common = commonHeader(nameBytes.length, content, deflated.length);
    directory.push(directoryEntry(common, offset, nameBytes));
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, nameBytes, deflated]);
    offset += entry.length;
    yield entry;
  }
  const directoryBlock = Buffer.concat(directory);
  yield directoryBlock;
  yield endRecords(directory.length, directoryBlock.length, offset);
}

function* inLargerBlocks(pieces: Iterable<Buffer>): Generator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < BLOCK_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  yield Buffer.concat(waiting);
}

/** The fields that the header before the data and the one in the directory share. */
function commonHeader(nameLength: number, content: Buffer, deflatedLength: number): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION_DEFLATE, 0);
  header.writeUInt16LE(FLAG_UTF8_NAMES, 2);
  header.writeUInt16LE(METHOD_DEFLATE, 4);
  header.writeUInt16LE(DATE, 8);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(deflatedLength, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(nameLength, 22);
  return header;
}

/** Allocated on its own: a slice of Node's shared pool would keep the contents of its neighbours alive until the end. */
function directoryEntry(common: Buffer, offset: number, name: Buffer): Buffer {
  const entry = Buffer.alloc(46 + name.length);
  entry.write('PK\x01\x02', 'latin1');
  entry.writeUInt16LE(VERSION_DEFLATE, 4);
  common.copy(entry, 6);
  entry.writeUInt32LE(offset, 42);
  name.copy(entry, 46);
  return entry;
}

function endRecords(entries: number, directorySize: number, directoryOffset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const shown = Math.min(entries, MAX_ENTRIES_WITHOUT_ZIP64);
  end.writeUInt16LE(shown, 8);
  end.writeUInt16LE(shown, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(directoryOffset, 16);
  if (entries < MAX_ENTRIES_WITHOUT_ZIP64) return end;
  return Buffer.concat([zip64Records(entries, directorySize, directoryOffset), end]);
}

/** The ZIP64 end of directory and the locator that points at it. */
function zip64Records(entries: number, directorySize: number, directoryOffset: number): Buffer {
  const records = Buffer.alloc(56 + 20);
  records.write('PK\x06\x06', 'latin1');
  records.writeBigUInt64LE(44n, 4);
  records.writeUInt16LE(VERSION_ZIP64, 12);
  records.writeUInt16LE(VERSION_ZIP64, 14);
  records.writeBigUInt64LE(BigInt(entries), 24);
  records.writeBigUInt64LE(BigInt(entries), 32);
  records.writeBigUInt64LE(BigInt(directorySize), 40);
  records.writeBigUInt64LE(BigInt(directoryOffset), 48);
  records.write('PK\x06\x07', 56, 'latin1');
  records.writeBigUInt64LE(BigInt(directoryOffset + directorySize), 64);
  records.writeUInt32LE(1, 72);
  return records;
}
