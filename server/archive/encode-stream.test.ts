import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeStream } from './encode-stream.ts';
import { readBytes } from './testing/read-bytes.ts';
import { writeArchive } from './write-archive.ts';
import { encodeEntries } from './write-segment.ts';

const kept = async (bytes: AsyncIterable<Uint8Array>) => {
  const pieces = await Array.fromAsync(bytes);
  return {
    async *read() {
      yield* pieces;
    },
  };
};

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('a file that is encoded as a stream', () => {
  const noise = createHash('shake256', { outputLength: 50_000 }).update('noise').digest();

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a little', Buffer.from('{}')],
    ['a lot', Buffer.from(noise.toString('hex').repeat(4))],
    ['what deflating makes longer', noise],
  ])('comes back out of the archive: %s', async (_, bytes) => {
    const beside = { name: 'a.json', bytes: Buffer.from('[]') };
    const segments = [
      await encodeEntries([beside]),
      await encodeStream('groot.json', inPieces(bytes, 7_000), kept),
      await encodeEntries([{ ...beside, name: 'z.json' }]),
    ];
    const archive = Buffer.concat(await Array.fromAsync(writeArchive(segments)));
    const files = new Map([
      ['a.json', beside.bytes],
      ['groot.json', bytes],
      ['z.json', beside.bytes],
    ]);
    expect(await readBytes(archive)).toEqual({ accepted: true, files });
    expect(segments[1]?.entries[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('fails as its contents or its keeper fail', async () => {
    const broken = async function* () {
      yield Buffer.from('a');
      throw new Error('no more contents');
    };
    await expect(encodeStream('a', broken(), kept)).rejects.toThrow('no more contents');
    const full = async () => {
      throw new Error('no room');
    };
    await expect(encodeStream('a', inPieces(noise, 1_000), full)).rejects.toThrow('no room');
  });
});
