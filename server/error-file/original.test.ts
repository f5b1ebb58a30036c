import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originalBytes, originalRow, originalRowText, originalText } from './original.ts';

describe('the original of an item', () => {
  it('comes back byte by byte, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(originalBytes(originalText(Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('is a text that a database can keep', () => {
    const odd = [
      Buffer.from('a\0b'),
      Buffer.from([0xff, 0xfe, 0x41, 0]),
      Buffer.from('\u0001x'),
      Buffer.from('\u0002x'),
      Buffer.alloc(0),
    ];
    for (const bytes of odd) expect(originalText(bytes)).not.toMatch(/\0|\ufffd/);
  });

  it('is itself when it is plain text', () => {
    expect(originalText(Buffer.from('\ufeff{"begrip": "één 📚"}'))).toBe('\ufeff{"begrip": "één 📚"}');
  });

  it('keeps a row of a table cell by cell, and gives it as its record where a file is wanted', () => {
    const row = { columns: ['begrip', 'x'], cells: ['a\0b', '1.10'], record: { term: 'ab', extras: { x: '1.10' } } };
    const text = originalRowText(row);
    expect(text).not.toContain('\0');
    expect(originalRow(text)).toEqual(row);
    expect(JSON.parse(String(originalBytes(text)))).toEqual(row.record);
    expect(originalRow(originalText(Buffer.from('{}')))).toBeNull();
  });
});
