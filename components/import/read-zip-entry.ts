import { NotAZip, type ZipEntry } from './read-zip-directory.ts';

const LOCAL_HEADER = 0x04034b50;

/** The text of one entry. `maxBytes` bounds what is inflated, whatever the archive claims. @throws NotAZip */
export async function readZipEntry(file: Blob, entry: ZipEntry, maxBytes: number): Promise<string> {
  const header = new DataView(await file.slice(entry.offset, entry.offset + 30).arrayBuffer());
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL_HEADER) throw new NotAZip('Damaged entry');
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const data = file.slice(start, start + entry.compressedSize);
  if (entry.method !== 0 && entry.method !== 8) throw new NotAZip('Unknown compression');
  const stream = entry.method === 0 ? data.stream() : data.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new TextDecoder().decode(await readAtMost(stream, maxBytes));
}

async function readAtMost(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new NotAZip('Larger than allowed');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
