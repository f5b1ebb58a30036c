import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

describe('decodeText', () => {
  it('finds the first byte that is not UTF-8, wherever it stands', () => {
    const damaged = fc.tuple(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(0xff, 0xc0, 0xf8),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(damaged, ([before, byte, after]) => {
        // A letter in front keeps zero bytes and marks from looking like another encoding.
        const start = Buffer.from(`xx${before.toWellFormed()}`);
        const bytes = Buffer.concat([start, Buffer.from([byte]), Buffer.from(after.toWellFormed())]);
        const decoded = decodeText(bytes, { fallback: null });
        if (decoded.text === null) expect(decoded.offset).toBe(start.length);
      }),
    );
  });

  it('counts the lines up to it', () => {
    const bytes = Buffer.concat([Buffer.from('een\ntwee\ndr'), Buffer.from([0xe9]), Buffer.from('ie\nvier')]);
    expect(decodeText(bytes, { fallback: null })).toEqual({ text: null, line: 3, offset: 11 });
  });

  it('sees a character cut off at the end', () => {
    const bytes = Buffer.from('één').subarray(0, 3);
    expect(decodeText(bytes, { fallback: null })).toMatchObject({ text: null, offset: 2 });
  });
});
