import { describe, expect, it } from 'vitest';
import { checkRecord } from './check-record.ts';
import { EMPTY_CONTENT } from './definition.ts';
import type { Finding } from './finding.ts';
import { findingText } from './finding-texts.ts';
import { RECORD_FINDING_TEXTS } from './record-finding-texts.ts';

const LEAST = { term: 'beslag', definition: 'vastlegging van een voorwerp in een onderzoek', category: 'proces' };

function check(fields: Record<string, unknown>, places?: Record<string, string>) {
  const raw = { fields: { ...LEAST, ...fields }, location: { file: 'a.json', pointer: '' }, findings: [] };
  return checkRecord(places ? { ...raw, places } : raw);
}

const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);

/** Every code a record can get, with fields that cause it. */
const CASES: [code: string, severity: Finding['severity'], fields: Record<string, unknown>, params?: object][] = [
  ['term_missing', 'error', { term: '  ' }],
  ['definition_missing', 'error', { definition: null }],
  ['category_missing', 'warning', { category: '' }],
  ['category_unknown', 'error', { category: 'prosec' }, { suggestion: 'proces' }],
  ['category_mapped', 'info', { category: 'Entiteit' }, { mapped: 'ENT' }],
  ['status_unknown', 'error', { status: 'vastgelegd' }, { suggestion: 'established' }],
  ['status_mapped', 'info', { status: 'Geïmporteerd' }, { mapped: 'imported' }],
  ['ufo_unknown', 'error', { ufoCategory: 'Knid' }, { suggestion: 'Kind' }],
  ['ufo_mapped', 'info', { ufoCategory: 'gebeurtenis' }, { mapped: 'Event' }],
  ['classification_unknown', 'error', { classification: 'geheim' }],
  ['classification_mapped', 'info', { classification: 'Public' }, { mapped: 'openbaar' }],
  ['language_invalid', 'error', { language: 'heel gewoon' }],
  ['language_mapped', 'info', { language: 'Nederlands' }, { mapped: 'nl' }],
  ['type_wrong', 'error', { definition: 12 }, { expected: 'text' }],
  ['type_wrong', 'error', { synonyms: ['a', 7] }, { expected: 'text_list' }],
  ['type_wrong', 'error', { legalBasis: { a: 1 } }, { expected: 'list' }],
  ['type_wrong', 'error', { extras: 'x' }, { expected: 'object' }],
  ['type_wrong', 'error', { examples: 5 }, { expected: 'examples' }],
  ['type_wrong', 'error', { legalMetadata: { zaal: ['3'] } }, { expected: 'text' }],
  ['list_expected', 'warning', { synonyms: 'inbeslagneming' }],
  ['list_too_long', 'error', { synonyms: Array.from({ length: 501 }, (_, n) => `s${n}`) }, { length: 501, limit: 500 }],
  ['too_long', 'error', { term: 'x'.repeat(256) }, { length: 256, limit: 255 }],
  ['too_long', 'error', { definition: 'x'.repeat(5_000_000) }, { length: 5_000_000, limit: 20_000 }],
  ['characters_removed', 'warning', { definition: 'een\u0000 twee\u0007' }],
  ['characters_removed', 'warning', { definition: 'half een teken: \ud83d' }],
  ['date_invalid', 'error', { validFrom: '30-02-2026' }],
  ['date_converted', 'info', { validFrom: '1-3-2026' }, { date: '2026-03-01' }],
  ['validity_reversed', 'error', { validFrom: '2026-03-01', validUntil: '2026-02-28' }],
  ['example_kind_unknown', 'error', { examples: { zin: ['a'] } }],
  ['case_reference_invalid', 'error', { caseReferences: [{ kind: 'ecli' }] }],
  ['case_reference_kind_unknown', 'error', { caseReferences: [{ kind: 'eclie', value: 'x' }] }, { suggestion: 'ecli' }],
  ['ecli_malformed', 'warning', { caseReferences: [{ kind: 'ecli', value: 'HR 2024/1' }] }],
  ['source_invalid', 'error', { sources: [{ uri: 5 }] }],
  ['source_invalid', 'error', { sources: [null] }],
  ['relation_invalid', 'error', { relations: ['strafvordering'] }],
  ['relation_type_unknown', 'error', { relations: [{ type: 'brooder', target: 'x' }] }, { suggestion: 'broader' }],
  ['relation_target_missing', 'error', { relations: [{ type: 'broader' }] }],
  ['field_unknown', 'warning', { begripp: 'x' }, { name: 'begripp' }],
  ['extras_too_large', 'error', { extras: { diep: nested(40) } }],
  ['extras_too_large', 'error', { extras: { lang: 'x'.repeat(200_000) } }],
  ['schema_newer', 'error', { schemaVersion: 2 }, { known: 1 }],
  ['schema_invalid', 'error', { schemaVersion: 'een' }],
];

describe('checkRecord', () => {
  it.each(CASES)('finds %s (%s), case %#', (code, severity, fields, params = {}) => {
    const { content, findings } = check(fields);
    const found = findings.find((finding) => finding.code === code);
    expect(found).toMatchObject({ severity });
    expect(found?.params ?? {}).toMatchObject(params);
    expect(content === null).toBe(findings.some((finding) => finding.severity === 'error'));
    expect((found?.value ?? '').length).toBeLessThanOrEqual(200);
    for (const locale of ['nl', 'en'] as const) {
      const { message, advice } = findingText(found as Finding, locale);
      expect(`${message} ${advice}`).not.toMatch(/\{\w+\}/);
    }
  });

  it('has a case above for every code of its own', () => {
    const readers = ['id_ignored', 'version_ignored'];
    expect(new Set([...CASES.map(([code]) => code), ...readers])).toEqual(new Set(Object.keys(RECORD_FINDING_TEXTS)));
  });

  it('takes the least there can be, with everything else at rest', () => {
    const { content, given, findings, term } = check({});
    expect(findings).toEqual([]);
    expect(content).toEqual({ ...EMPTY_CONTENT, ...LEAST });
    expect(given).toEqual(['term', 'definition', 'category']);
    expect(term).toBe('beslag');
  });

  it('says which fields a record carries, the cleared ones included', () => {
    const { given, content } = check({ synonyms: [], explanation: null, validUntil: '' });
    expect(given).toEqual(['term', 'definition', 'category', 'synonyms', 'explanation', 'validUntil']);
    expect(content).toMatchObject({ synonyms: [], explanation: null, validUntil: null });
  });

  it('never clears what cannot be empty', () => {
    const { given, content } = check({ category: null, status: '', classification: null, language: '' });
    expect(given).toEqual(['term', 'definition']);
    expect(content).toMatchObject({ category: 'OTH', status: 'draft', classification: 'intern', language: 'nl' });
  });

  it.each([
    ['PROCES', 'proces'],
    ['Type ', 'type'],
    ['ent', 'ENT'],
  ])('reads the category %j without a remark', (category, expected) => {
    const { content, findings } = check({ category });
    expect(content?.category).toBe(expected);
    expect(findings).toEqual([]);
  });

  it('never takes an unknown category for another one', () => {
    expect(check({ category: 'wetsartikel' }).content).toBeNull();
  });

  it.each([
    ['Concept', 'draft'],
    ['In review', 'review'],
    ['vastgesteld', 'established'],
    ['Gearchiveerd', 'archived'],
    ['ESTABLISHED', 'established'],
  ])('reads the status %j as %s', (status, expected) => {
    expect(check({ status }).content?.status).toBe(expected);
  });

  it.each([
    ['event', 'Event'],
    ['sub-kind', 'Subkind'],
    ['event composition', 'Event Composition'],
  ])('reads the UFO category %j as %s', (ufoCategory, expected) => {
    expect(check({ ufoCategory }).content?.ufoCategory).toBe(expected);
  });

  it('trims, normalises and folds white space where a text is one line', () => {
    const { content } = check({ term: ' be\nslag ', definition: ' een\r\ntwee\u00a0', preferredTerm: 'cafe\u0301' });
    expect(content).toMatchObject({ term: 'be slag', definition: 'een\ntwee', preferredTerm: 'café' });
  });

  it('leaves text that looks like a number alone', () => {
    expect(check({ legalBasis: ['1.10', '007'] }).content?.legalBasis).toEqual(['1.10', '007']);
  });

  it('drops empty entries and repeats of a list, but no line of an example', () => {
    const { content } = check({ synonyms: ['a', ' ', 'a ', 'b'], examples: { practical: ['x', '---', 'y', '---'] } });
    expect(content?.synonyms).toEqual(['a', 'b']);
    expect(content?.examples.practical).toEqual(['x', '---', 'y', '---']);
  });

  it('reads a relation by id, by term, or both', () => {
    const id = '0190A000-0000-7000-8000-000000000001';
    const { content } = check({
      relations: [
        { type: 'broader', target: 'straf' },
        { type: 'Onderdeel van', target: id },
        { type: 'related', target: id, targetTerm: 'straf' },
        { type: 'broader', target: 'straf' },
      ],
    });
    expect(content?.relations).toEqual([
      { type: 'broader', targetId: null, targetTerm: 'straf' },
      { type: 'part_of', targetId: id.toLowerCase(), targetTerm: null },
      { type: 'related', targetId: id.toLowerCase(), targetTerm: 'straf' },
    ]);
  });

  it('recognises case references by their form', () => {
    const texts = ['ECLI:NL:HR:2024:1', '01/234567-19', 'PL0900-2024123456', 'iets anders'];
    expect(check({ caseReferences: texts }).content?.caseReferences.map(({ kind }) => kind)).toEqual([
      'ecli',
      'parketnummer',
      'proces-verbaal',
      'other',
    ]);
  });

  it('reads sources as texts, addresses or objects', () => {
    const sources = ['Kamerstukken', 'https://wetten.overheid.nl/BWBR0001903', { citation: 'art. 94' }];
    expect(check({ sources }).content?.sources).toEqual([
      { title: 'Kamerstukken', uri: null, citation: null },
      {
        title: 'https://wetten.overheid.nl/BWBR0001903',
        uri: 'https://wetten.overheid.nl/BWBR0001903',
        citation: null,
      },
      { title: 'art. 94', uri: null, citation: 'art. 94' },
    ]);
  });

  it('keeps unknown properties among the extras', () => {
    const { content, given } = check({ extras: { bron: 1 }, kleur: 'rood' });
    expect(content?.extras).toEqual({ bron: 1, kleur: 'rood' });
    expect(given).toContain('extras');
  });

  it('keeps a property called __proto__ as an ordinary one', () => {
    const fields = JSON.parse('{"extras":{"__proto__":{"admin":true}},"__proto__":{"x":1}}') as Record<string, unknown>;
    const { content } = checkRecord({ fields: { ...fields, ...LEAST }, location: {}, findings: [] });
    expect(Object.keys(content?.extras ?? {})).toEqual(['__proto__']);
    expect(Object.hasOwn(content?.extras ?? {}, 'admin')).toBe(false);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });

  it('survives a value that is nested a hundred thousand deep', () => {
    const bomb = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
    for (const field of [
      'term',
      'synonyms',
      'examples',
      'sources',
      'relations',
      'legalMetadata',
      'extras',
      'onbekend',
    ]) {
      expect(check({ [field]: bomb }).content).toBeNull();
    }
    expect(check({ extras: { bomb } }).content).toBeNull();
  });

  it('says nothing of a missing term when the file itself was unreadable', () => {
    const broken: Finding = { code: 'json_broken', severity: 'error' };
    const result = checkRecord({ fields: {}, location: {}, findings: [broken] });
    expect(result).toEqual({ content: null, given: [], findings: [broken], term: null, classification: 'intern' });
  });

  it('points into a JSON file by pointer and into a table by column', () => {
    const [inJson] = check({ category: 'x' }, { category: '/metadata/categorie' }).findings;
    expect(inJson?.location).toEqual({ file: 'a.json', pointer: '/metadata/categorie' });
    const row = { fields: { ...LEAST, category: 'x' }, location: { file: 'a.csv', line: 7 }, findings: [] };
    const [inTable] = checkRecord({ ...row, places: { category: 'Categorie' } }).findings;
    expect(inTable?.location).toEqual({ file: 'a.csv', line: 7, column: 'Categorie' });
  });

  it('says the same of its own result again', () => {
    const { content } = check({ synonyms: [' a', 'b'], validFrom: '1-3-2026', extras: { x: [1] }, kleur: 'rood' });
    const again = checkRecord({ fields: { ...content }, location: {}, findings: [] });
    expect(again.content).toEqual(content);
    expect(again.findings).toEqual([]);
  });
});
