import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityText, normaliseTerm } from './identity-key.ts';

const identity = {
  term: 'verdachte',
  organisationalContext: ['Rechtspraak', 'OM'],
  legalContext: ['Strafrecht'],
  legalBasis: ['art. 27 Sv'],
  category: 'type' as const,
};

describe('normaliseTerm', () => {
  it.each([
    ['Verdachte', 'verdachte'],
    ['  de   verdachte\t ', 'de verdachte'],
    ['verdachte.', 'verdachte'],
    ['verdachte ; ', 'verdachte'],
    ['cafe\u0301', 'caf\u00e9'],
    ['art. 27', 'art. 27'],
    ['ÉÉN', 'één'],
    ['...', ''],
  ])('reads %j as %j', (term, expected) => {
    expect(normaliseTerm(term)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (term) => {
        expect(normaliseTerm(normaliseTerm(term))).toBe(normaliseTerm(term));
      }),
    );
  });
});

describe('identityText', () => {
  it('is the same for other spellings and another order of the contexts', () => {
    const spelled = { ...identity, term: ' Verdachte.', organisationalContext: ['om', 'rechtspraak', 'OM'] };
    expect(identityText(spelled)).toBe(identityText(identity));
  });

  it.each([
    ['term', { term: 'verdachten' }],
    ['organisation', { organisationalContext: ['Rechtspraak'] }],
    ['legal context', { legalContext: ['Bestuursrecht'] }],
    ['legal basis', { legalBasis: ['art. 28 Sv'] }],
    ['category', { category: 'proces' as const }],
  ])('differs when the %s does', (_, other) => {
    expect(identityText({ ...identity, ...other })).not.toBe(identityText(identity));
  });

  it('does not let a value move from one context to another', () => {
    const moved = { ...identity, organisationalContext: ['OM'], legalContext: ['Rechtspraak', 'Strafrecht'] };
    expect(identityText(moved)).not.toBe(identityText(identity));
    const joined = { ...identity, organisationalContext: ['Rechtspraak OM'] };
    expect(identityText(joined)).not.toBe(identityText(identity));
  });
});
