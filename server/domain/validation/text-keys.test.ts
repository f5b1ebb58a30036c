import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionsIn } from './asked-names.ts';
import { singularsOf } from './singulars.ts';
import { bandsOf, differingBits, MOST_DIFFERING_BITS, nestedKeys, openingOf, textKeys } from './text-keys.ts';
import { similarityTo } from './trigrams.ts';

const TEXT =
  'beslissing van een rechter waarmee de vrijheid van een verdachte voor ten hoogste veertien dagen wordt beperkt in het belang van onderzoek';

const share = (one: string, other: string) => {
  const keys = new Set(bandsOf(textKeys(one).keys));
  return bandsOf(textKeys(other).keys).some((key) => keys.has(key));
};

describe('the keys of a text', () => {
  it('are shared by texts that differ in a word, its order or its ending', () => {
    expect(share(TEXT, TEXT.replace('veertien', 'dertig'))).toBe(true);
    expect(share(TEXT, TEXT.replace('verdachte', 'verdachten'))).toBe(true);
    expect(share(TEXT, `${TEXT} ter terechtzitting`)).toBe(true);
  });

  it('find nearly all texts of which one word in ten is another', () => {
    const missed = neighbouringTexts(2).filter(([one, other]) => !share(one, other));
    expect(missed.length).toBeLessThan(5);
  });

  it('are not shared by texts about something else', () => {
    expect(share(TEXT, 'stuk waarin een ambtenaar vastlegt wat hij heeft waargenomen tijdens een doorzoeking')).toBe(
      false,
    );
  });

  it('tell where another text begins within this one, and not at its own beginning', () => {
    const opening = openingOf(textKeys(TEXT).keys) as number;
    expect(nestedKeys(`gevolg van een ${TEXT}`)).toContain(opening);
    expect(nestedKeys(TEXT)).not.toContain(opening);
  });

  it('are whole numbers of 32 bits, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const key of [...textKeys(text).keys, ...textKeys(text).sketch, ...nestedKeys(text)])
          expect(key | 0).toBe(key);
      }),
    );
  });
});

/** Pairs of texts of twenty words, of which so many differ. */
function neighbouringTexts(differing: number): [string, string][] {
  const words = Array.from({ length: 400 }, (_, index) => `${(index * 7919 + 1).toString(36)}woord`);
  return Array.from({ length: 200 }, (_, turn) => {
    const text = words.slice(turn, turn + 20);
    const changed = text.map((word, index) => ((index + turn) % 20 < differing ? `anders${index}` : word));
    return [text.join(' '), changed.join(' ')];
  });
}

describe('the sketch of a text', () => {
  const differs = ([one, other]: [string, string]) =>
    differingBits(textKeys(one).sketch, textKeys(other).sketch) > MOST_DIFFERING_BITS;

  it('hardly differs from that of a text of which one word in ten is another', () => {
    expect(neighbouringTexts(2).filter(differs).length).toBeLessThan(5);
  });

  it('tells texts apart of which half of the words are others', () => {
    expect(neighbouringTexts(10).filter(differs).length).toBeGreaterThan(190);
  });
});

describe('how alike two texts are', () => {
  it('is counted as Postgres counts it', () => {
    expect(similarityTo('word')('two words')).toBeCloseTo(0.363636, 5);
    expect(similarityTo(TEXT)(TEXT)).toBe(1);
    expect(similarityTo('')(TEXT)).toBe(0);
  });
});

describe('names in a text', () => {
  it('begin and end with a word that says something', () => {
    expect([...mentionsIn('bevel van de officier van justitie')]).toEqual([
      'bevel',
      'bevel van de officier',
      'officier',
      'officier van justitie',
      'justitie',
    ]);
  });

  it('end at punctuation', () => {
    expect([...mentionsIn('zaak, stuk')]).toEqual(['zaak', 'stuk']);
  });
});

describe('what a term may be the plural of', () => {
  it.each([
    ['zaken', 'zaak'],
    ['straffen', 'straf'],
    ['gegevens', 'gegeven'],
    ['brieven', 'brief'],
    ['huizen', 'huis'],
    ['bevoegdheden', 'bevoegdheid'],
    ['besluiten', 'besluit'],
  ])('%s: %s', (plural, singular) => {
    expect(singularsOf(plural)).toContain(singular);
  });
});
