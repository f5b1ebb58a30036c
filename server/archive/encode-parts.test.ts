import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { deflatePart, encodeParts, type Part, shortPart } from './encode-parts.ts';
import { readBytes } from './testing/read-bytes.ts';
import { writeArchive } from './write-archive.ts';
import { encodeEntries } from './write-segment.ts';

const noise = createHash('shake256', { outputLength: 90_000 }).update('noise').digest();

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** As a part comes back from storage: in pieces that have nothing to do with how it was deflated. */
async function fromStorage(bytes: Buffer): Promise<Part> {
  const deflated = await deflatePart(bytes);
  return {
    read: () => inPieces(bytes, 7_000),
    readDeflated: () => inPieces(deflated, 999),
    deflatedSize: deflated.length,
  };
}

it.each([
  ['no part', []],
  ['an empty part', [Buffer.alloc(0)]],
  ['one part', [Buffer.from('{}')]],
  ['parts that repeat each other', [noise, noise, noise].map((bytes) => Buffer.from(bytes.toString('hex')))],
  ['parts that deflating makes longer', [noise.subarray(0, 50_000), noise.subarray(50_000)]],
])('a file made of %s comes back out of the archive', async (_, contents) => {
  const parts = [
    shortPart(Buffer.from('[')),
    ...(await Promise.all(contents.map(fromStorage))),
    shortPart(Buffer.from(']')),
  ];
  const beside = { name: 'a.json', bytes: Buffer.from('[]') };
  const segments = [await encodeEntries([beside]), await encodeParts('lijst.json', parts)];
  const archive = Buffer.concat(await Array.fromAsync(writeArchive(segments)));
  const bytes = Buffer.concat([Buffer.from('['), ...contents, Buffer.from(']')]);
  const files = new Map([
    ['a.json', beside.bytes],
    ['lijst.json', bytes],
  ]);
  expect(await readBytes(archive)).toEqual({ accepted: true, files });
  expect(segments[1]?.entries[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
});

it('an archive is refused whose parts are not as long as they were said to be', async () => {
  const part = { ...shortPart(Buffer.from('[]')), deflatedSize: 3 };
  const archive = Array.fromAsync(writeArchive([await encodeParts('lijst.json', [part])]));
  await expect(archive).rejects.toThrow('not as long as its entries say');
});
