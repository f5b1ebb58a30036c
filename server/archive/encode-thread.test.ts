import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeInThread } from './encode-thread.ts';
import { PackedTexts } from './packed-texts.ts';
import { encodeEntries, type NamedBytes } from './write-segment.ts';

const noise = createHash('shake256', { outputLength: 200_000 }).update('noise').digest();
const files = (prefix: string, count: number, size: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `${prefix}-${index}.json`,
    bytes: Buffer.from(noise.subarray(index, index + size).toString('hex')),
  }));

const packed = (all: readonly NamedBytes[]) => {
  const texts = new PackedTexts();
  for (const { name, bytes } of all) texts.add(name, bytes.toString());
  return texts;
};
const encode = (all: readonly NamedBytes[]) => encodeInThread(packed(all));

describe('encoding in a thread', () => {
  it('gives the same bytes and records, for many or few, however many ask at once', async () => {
    const asked = [files('a', 300, 500), files('b', 1, 10), files('c', 1, 150_000), files('d', 40, 2_000), []];
    const there = await Promise.all(asked.map(encode));
    for (const [index, { data, entries }] of there.entries()) {
      const here = await encodeEntries(asked[index] ?? []);
      expect(entries).toEqual(here.entries);
      expect(data.equals(here.data)).toBe(true);
    }
  });

  it('gives back what is small once it is deflated', async () => {
    const zeros = [{ name: 'nullen', bytes: Buffer.alloc(100_000) }];
    const { data } = await encode(zeros);
    expect(data.equals((await encodeEntries(zeros)).data)).toBe(true);
  });

  it('counts bytes, not characters', async () => {
    const awkward = ['é', '€', '👩\u200d⚖️', 'e\u0301', '\ud800'].map((text, index) => ({
      name: `${index}`,
      bytes: Buffer.from(text.repeat(40_000)),
    }));
    const there = await encode(awkward);
    expect(there.entries).toEqual((await encodeEntries(awkward)).entries);
  });

  it('fails with the same error for what cannot be encoded, and goes on with the rest', async () => {
    const wrong = encode([...files('f', 50, 2_000), { name: '../weg', bytes: Buffer.from('x') }]);
    const right = encode(files('g', 50, 2_000));
    await expect(wrong).rejects.toThrow(RangeError);
    expect((await right).entries).toHaveLength(50);
  });
});
