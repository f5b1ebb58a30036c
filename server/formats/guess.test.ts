import { describe, expect, it } from 'vitest';
import { guessDelimiter } from './csv-delimiter.ts';
import { guessHeader } from './guess-header.ts';
import { guessLanguage } from './guess-language.ts';

const rowsOf = (...rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));

describe('the row with names', () => {
  it('is the first that is as wide as the table', () => {
    expect(guessHeader(rowsOf(['Titel'], [], ['a', 'b', 'c'], ['1', '2', '3'], ['4', '5', '6']))).toBe(3);
  });
  it('has no name twice, no number and no long text', () => {
    expect(guessHeader(rowsOf(['x', 'x', 'c'], ['1', '2', '3'], ['a', 'b', 'c']))).toBe(3);
    expect(guessHeader(rowsOf(['x'.repeat(81), 'y'], ['a', 'b'], ['c', 'd']))).toBe(2);
  });
  it('is nowhere in a table of one column', () => {
    expect(guessHeader(rowsOf(['a'], ['b']))).toBeNull();
  });
});

describe('the delimiter below a title', () => {
  it.each([';', ',', '\t', '|'] as const)('is %j when the rows agree on it', (delimiter) => {
    const row = (...cells: string[]) => cells.join(delimiter);
    const text = ['Lijst van begrippen', row('Woord', 'Uitleg'), row('a', 'b'), row('c', 'd')].join('\n');
    expect(guessDelimiter(text)).toMatchObject({ delimiter, width: 2 });
  });
});

describe('the language of a text', () => {
  it.each([
    [
      'Het vastleggen van een voorwerp door de politie, ten behoeve van het onderzoek naar een feit dat is gepleegd.',
      'nl',
    ],
    [
      'The recording of an object by the police for the purposes of an inquiry into an offence that is under way.',
      'en',
    ],
    ['beslag', null],
    ['Het vastleggen van de zaak en een ding. The recording of the thing and an object of it.', null],
  ])('of “%s” is %s', (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });
});
