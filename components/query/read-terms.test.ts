import { describe, expect, it } from 'vitest';
import { MAX_QUERY_TERMS } from '#contract/batches.ts';
import { firstColumn, linesOf, readTerms } from './read-terms.ts';

describe('terms to look up', () => {
  it('are one per line, each once, whatever the capitals and spaces', () => {
    const text = ' Aanhouding \r\n\r\naanhouding\nhoger  beroep\rHoger beroep\n';
    expect(readTerms(linesOf(text))).toEqual({
      terms: ['Aanhouding', 'hoger beroep'],
      duplicates: 2,
      tooLong: 0,
      tooMany: false,
    });
  });

  it('leave out what no term can be', () => {
    expect(readTerms(['x'.repeat(5_000), 'y'])).toMatchObject({ terms: ['y'], tooLong: 1 });
  });

  it('are too many above what one job looks up', () => {
    const many = Array.from({ length: MAX_QUERY_TERMS + 1 }, (_, index) => `begrip ${index}`);
    expect(readTerms(many).tooMany).toBe(true);
    expect(readTerms(many.slice(1)).tooMany).toBe(false);
  });
});

describe('the first column of a file', () => {
  it.each([
    ['begrip;definitie\naanhouding;iets; met puntkomma\n', ['aanhouding']],
    ['aanhouding,x\n"hoger, beroep",y\n', ['aanhouding', 'hoger, beroep']],
    ['a\tb\nc\td', ['a', 'c']],
    ['"een ""aanhaling""";x\r\ntwee;"over\nregels"\r\ndrie;z', ['een "aanhaling"', 'twee', 'drie']],
    ['Term\nalleen\neen kolom', ['alleen', 'een kolom']],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(firstColumn(text)).toEqual(expected);
  });
});
