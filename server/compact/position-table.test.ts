import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PositionTable } from './position-table.ts';

it('knows where a text was first seen, like a map that nobody overwrites', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 50 }), fc.string(), (texts, other) => {
      const table = new PositionTable();
      for (const [position, text] of texts.entries()) table.add(text, position);
      for (const text of [...texts, other]) {
        const first = texts.indexOf(text);
        expect(table.get(text)).toBe(first === -1 ? undefined : first);
        expect(table.has(text)).toBe(first !== -1);
      }
    }),
  );
});

it('keeps them all when it grows', () => {
  const table = new PositionTable();
  for (let position = 0; position < 20_000; position++) table.add(`begrip ${position}`, position);
  for (let position = 0; position < 20_000; position++) expect(table.get(`begrip ${position}`)).toBe(position);
  expect(table.has('begrip 20000')).toBe(false);
});
