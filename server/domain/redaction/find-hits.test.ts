import { describe, expect, it } from 'vitest';
import { hitFinder } from './find-hits.ts';
import type { Hit } from './hit.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';

const found = (text: string, options = {}) => hitFinder(options)(text).map(({ kind, value }) => `${kind} ${value}`);

describe('hits in a text', () => {
  it('are told by where they are in the text as JavaScript counts it', () => {
    const text = '👩‍⚖️ BSN 920800026 👩‍⚖️';
    const [hit] = hitFinder()(text);
    expect(hit && text.slice(hit.start, hit.end)).toBe('920800026');
  });

  it.each([
    ['NL91ABNA0417164300 en nl91 abna 0417 1643 00', ['iban NL91ABNA0417164300', 'iban NL91ABNA0417164300']],
    ['920800026 en 9208.00.026', ['bsn 920800026', 'bsn 920800026']],
    ['BSN 12345672 en BSN 012345672', ['bsn 012345672', 'bsn 012345672']],
    ['06-12345678, +31 6 1234 5678', ['phone 0612345678', 'phone 0612345678']],
    ['01/234567-21 en 01-234567-21', ['parketnummer 0123456721', 'parketnummer 0123456721']],
    ['geb. 1-2-1980 en geboren op 1 februari 1980', ['birth_date 1980-02-01', 'birth_date 1980-02-01']],
    ['AB-12-CD, kenteken ab12cd', ['plate AB12CD', 'plate AB12CD']],
    ['1234 AB 12 en Dorpsstraat 12, 1234AB', ['address 1234AB12', 'address 1234AB12']],
    ['A.Bakker@example.org en a.bakker@example.org', ['email a.bakker@example.org', 'email a.bakker@example.org']],
  ])('have the same value however they are written: %s', (text, values) => {
    expect(found(text)).toEqual(values);
  });

  it('are looked for by kind', () => {
    const text = 'BSN 920800026, jan@example.org';
    expect(found(text, { kinds: ['email'] })).toEqual(['email jan@example.org']);
    expect(found(text, { kinds: ['term'] })).toEqual([]);
  });

  it('are no places where law is named', () => {
    expect(found('zaaknummer ECLI:NL:HR:2004:AM2533')).toEqual([]);
    expect(found('ECLI:NL:RBAMS:2021:920800026 over BSN 920800026')).toEqual(['bsn 920800026']);
  });
});

describe('an organisation’s own terms', () => {
  const terms = ['Operatie Zilvermeeuw', 'Bakker', "Van 't Hof", 'term'];
  it.each([
    ['In operatie zilvermeeuw is BAKKER gehoord.', ['term operatie zilvermeeuw', 'term bakker']],
    ['De bakkerij en de hofbakker', []],
    ['Van ’t Hof', ['term van t hof']],
    ['operatie\nZilvermeeuw', ['term operatie zilvermeeuw']],
    ['operatie, Zilvermeeuw', []],
    ['[TERM-1] bakker [TERM-2]', ['term bakker']],
  ])('are whole words, whatever their capitals: %s', (text, hits) => {
    expect(found(text, { terms })).toEqual(hits);
  });

  it('are found in a text without a single digit, and the longest first', () => {
    expect(found('jan de wit', { terms: ['jan', 'jan de wit'] })).toEqual(['term jan de wit']);
  });
});

describe('hits across each other', () => {
  const hit = (kind: Hit['kind'], start: number, end: number): Hit => ({ kind, start, end, value: '' });
  const all = [
    hit('bsn', 0, 9),
    hit('zaaknummer', 0, 12),
    hit('phone', 10, 20),
    hit('email', 18, 30),
    hit('term', 40, 44),
  ];

  it('become hits that are not: the longer one, else the kind that comes first', () => {
    expect(resolveOverlaps(all).map(({ kind }) => kind)).toEqual(['zaaknummer', 'email', 'term']);
  });

  it('do so in whatever order they come', () => {
    expect(resolveOverlaps([...all].reverse())).toEqual(resolveOverlaps(all));
  });

  it('let an e-mail address with a number in it be an address', () => {
    expect(found('920800026@example.org')).toEqual(['email 920800026@example.org']);
  });
});

describe('a text made to be slow', () => {
  const LENGTH = 200_000;
  it.each([
    ['digits', '1'],
    ['digits with spaces', '12 '],
    ['capitals', 'Aa '],
    ['at signs', 'a@'],
    ['dots', 'a.'],
    ['the word zaaknummer', 'zaaknummer '],
    ['the word geboren', 'geboren te '],
    ['starts of account numbers', 'NL91 '],
    ['hyphens', '06-'],
    ['brackets', '(0'],
    ['links', 'http://'],
    ['citations', 'Stb. 2002, '],
  ])('of %s takes no longer than its length', (_, piece) => {
    const text = piece.repeat(LENGTH / piece.length);
    const started = performance.now();
    hitFinder({ terms: ['aa aa aa aa aa'] })(text);
    // Ten million characters a second is usual; a pattern that goes back and forth takes minutes for these.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
