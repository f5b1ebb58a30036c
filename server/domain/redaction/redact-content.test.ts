import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from '#domain/definition.ts';
import { hitFinder } from './find-hits.ts';
import { findInContent, findSurfaces } from './find-in-content.ts';
import { hasPlaceholder, placeholderOf } from './placeholder.ts';
import { redactContent } from './redact-content.ts';

const content: DefinitionContent = {
  ...EMPTY_CONTENT,
  term: 'zaak Bakker',
  definition: 'Begrip uit zaaknummer 2021-4567 (BSN 920800026).',
  category: 'type',
  explanation: 'Zie ook 2021-4567 en artikel 27 Sv.',
  synonyms: ['920800026'],
  examples: { sentence: ['Bel 06-12345678.'], practical: [], counter: [] },
  sources: [{ title: 'Brief aan a@example.org', uri: 'https://voorbeeld.example', citation: null }],
  caseReferences: [
    { kind: 'parketnummer', value: '01/234567-21' },
    { kind: 'ecli', value: 'ECLI:NL:HR:2004:AM2533' },
  ],
  legalMetadata: { griffier: 'Bakker' },
  relations: [{ type: 'related', targetId: null, targetTerm: 'zaak Bakker' }],
  extras: { 'a.b': { 'BSN 920800026': 920800026, lijst: ['Bakker', 3] } },
};
const find = hitFinder({ terms: ['Bakker'] });
const redacted = (keepCaseReferences = true) =>
  redactContent(content, findInContent(content, { find, keepCaseReferences }), ({ kind }) => placeholderOf(kind, 1));

describe('a redacted definition', () => {
  it('has placeholders in every text, names of properties included', () => {
    expect(redacted()).toMatchObject({
      term: 'zaak [TERM-1]',
      definition: 'Begrip uit zaaknummer [ZAAKNUMMER-1] (BSN [BSN-1]).',
      synonyms: ['[BSN-1]'],
      examples: { sentence: ['Bel [TELEFOON-1].'] },
      sources: [{ title: 'Brief aan [E-MAIL-1]', uri: 'https://voorbeeld.example', citation: null }],
      legalMetadata: { griffier: '[TERM-1]' },
      relations: [{ targetTerm: 'zaak [TERM-1]' }],
      extras: { 'a.b': { 'BSN [BSN-1]': '[BSN-1]', lijst: ['[TERM-1]', 3] } },
    });
  });

  it('knows a number again that is named once, and leaves the law alone', () => {
    expect(redacted().explanation).toBe('Zie ook [ZAAKNUMMER-1] en artikel 27 Sv.');
  });

  it('keeps the numbers of its cases as metadata, unless asked otherwise; a published judgment stays', () => {
    expect(redacted().caseReferences).toEqual(content.caseReferences);
    expect(redacted(false).caseReferences).toEqual([
      { kind: 'parketnummer', value: '[PARKETNUMMER-1]' },
      { kind: 'ecli', value: 'ECLI:NL:HR:2004:AM2533' },
    ]);
  });

  it('has nothing to be found in it any more', () => {
    expect(findInContent(redacted(false), { find, keepCaseReferences: false })).toEqual([]);
  });

  it('is the very same where there is nothing', () => {
    const clean: DefinitionContent = { ...EMPTY_CONTENT, term: 'recht', definition: 'Artikel 1.', category: 'type' };
    expect(redactContent(clean, findInContent(clean, { find, keepCaseReferences: false }), () => '')).toBe(clean);
  });
});

describe('what is known by its letters', () => {
  const surfaces = new Map([['2021-4567', { kind: 'zaaknummer' as const, value: '20214567' }]]);
  it('is found whole and never inside something longer', () => {
    expect(findSurfaces('2021-4567, 12021-4567 en (2021-4567)', surfaces).map(({ start }) => start)).toEqual([0, 26]);
  });
  it('is not looked for when it is too short to mean anything', () => {
    expect(findSurfaces('jan', new Map([['jan', { kind: 'term' as const, value: 'jan' }]]))).toEqual([]);
  });
});

describe('a placeholder', () => {
  it('is known for what it is', () => {
    expect(hasPlaceholder('BSN [BSN-12] en [PROCES-VERBAAL-1]')).toBe(true);
    expect(hasPlaceholder('[BSN-0], [ANDERS-1] en artikel [1]')).toBe(false);
  });
});
