import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originalBytes, originalText } from './original.ts';

describe('the original of an item', () => {
  it('comes back byte by byte, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(originalBytes(originalText(Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('is a text that a database can keep', () => {
    const odd = [Buffer.from('a\0b'), Buffer.from([0xff, 0xfe, 0x41, 0]), Buffer.from('\u0001x'), Buffer.alloc(0)];
    for (const bytes of odd) expect(originalText(bytes)).not.toMatch(/\0|\ufffd/);
  });

  it('is itself when it is plain text', () => {
    expect(originalText(Buffer.from('\ufeff{"begrip": "één 📚"}'))).toBe('\ufeff{"begrip": "één 📚"}');
  });
});
