import { describe, expect, it } from 'vitest';
import { proposeColumns } from './propose-columns.ts';

const proposalsFor = (columns: Record<string, string[]>, taken: string[] = []) =>
  Object.fromEntries(
    proposeColumns(
      Object.entries(columns).map(([column, cells]) => ({ column, cells })),
      new Set(taken),
    ).map(({ column, target }) => [column, target]),
  );

describe('a proposal for columns nobody knows', () => {
  it.each([
    ['Woord', 'term'],
    ['Lemma', 'term'],
    ['Omschrijving (lang)', 'definition'],
    ['Meaning', 'definition'],
    ['Description of the term', 'definition'],
    ['Wetsartikel', 'legalBasis'],
    ['Legal area / law', 'legalBasis'],
    ['Afdeling', 'organisationalContext'],
    ['Ook bekend als', 'synonyms'],
    ['Start date', 'validFrom'],
    ['Parent', 'relations.broader'],
    ['Opmerkingen', 'explanation'],
    ['Tegenvoorbeeld 1', 'examples.counter'],
    ['Omschrijvng', 'definition'],
  ])('takes %s for %s by its name', (column, target) => {
    expect(proposalsFor({ [column]: [] })).toEqual({ [column]: target });
  });

  it('goes by the cells when the name says nothing', () => {
    const long = (n: number) => `Het vastleggen van voorwerp nummer ${n} ten behoeve van een onderzoek`;
    expect(
      proposalsFor({
        A: ['beslag', 'straf', 'verdachte'],
        B: [long(1), long(2), long(3)],
        C: ['proces', 'resultaat', 'entiteit'],
        D: ['concept', 'vastgesteld', 'concept'],
        E: ['Art. 94 Sv', 'Art. 1 Sr', 'artikel 3'],
        F: ['2024-01-01', '2024-02-01', '2025-01-01'],
        G: ['12', '13', '14'],
      }),
    ).toEqual({ A: 'term', B: 'definition', C: 'category', D: 'status', E: 'legalBasis', F: 'validFrom' });
  });

  it('gives no field twice, but for those that several columns may fill', () => {
    expect(proposalsFor({ Woord: [], Lemma: [], Alias: [], Synonym: [] })).toEqual({
      Woord: 'term',
      Alias: 'synonyms',
      Synonym: 'synonyms',
    });
    expect(proposalsFor({ Woord: [] }, ['term'])).toEqual({});
  });
});
