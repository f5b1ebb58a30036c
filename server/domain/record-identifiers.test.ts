import { describe, expect, it } from 'vitest';
import { checkRecord } from './check-record.ts';
import { findingText } from './finding-texts.ts';

const check = (fields: Record<string, unknown>) =>
  checkRecord({ fields: { term: 'a', definition: 'b c', category: 'type', ...fields }, location: {}, findings: [] });

describe('identifiers of law in a record', () => {
  it('are said when they are not written as they should be, and kept as they are', () => {
    const { content, findings } = check({
      legalBasis: ['Zie BWBR12', 'Art. 94 Sv'],
      sources: [{ title: 'ECLI:NL:HR:24:1' }],
    });
    expect(findings.map(({ code, severity, field, value }) => [code, severity, field, value])).toEqual([
      ['identifier_malformed', 'warning', 'legalBasis', 'BWBR12'],
      ['identifier_malformed', 'warning', 'sources', 'ECLI:NL:HR:24:1'],
    ]);
    expect(findings.map((finding) => findingText(finding, 'nl').message)[0]).toBe(
      '“BWBR12” lijkt bedoeld als BWB, maar is niet zo geschreven.',
    );
    expect(content?.legalBasis).toEqual(['Zie BWBR12', 'Art. 94 Sv']);
  });

  it('are said of case references that are not written as their kind is', () => {
    const caseReferences = [
      'ECLI:NL:HR',
      { kind: 'parketnummer', value: '1/2-3' },
      { kind: 'parketnummer', value: '01/234567-19' },
    ];
    const { content, findings } = check({ caseReferences });
    expect(findings.map(({ code, value }) => [code, value])).toEqual([
      ['ecli_malformed', 'ECLI:NL:HR'],
      ['case_number_malformed', '1/2-3'],
    ]);
    expect(content?.caseReferences).toHaveLength(3);
  });

  it.each([
    ['01/23456-19', 'case_number_malformed'],
    ['001/234567-19', 'case_number_malformed'],
    ['C/9/612345', 'case_number_malformed'],
    ['PL0600-2019', 'case_number_malformed'],
    ['CJIB 1234', 'case_number_malformed'],
    ['ecli:NL:HR:2024:1', 'ecli_malformed'],
  ])('are said of a plain case reference that is nearly one: %s', (text, code) => {
    const { content, findings } = check({ caseReferences: [text] });
    expect(findings.map(({ code, severity, value }) => [code, severity, value])).toEqual([[code, 'warning', text]]);
    expect(content?.caseReferences).toEqual([{ kind: 'other', value: text }]);
  });

  it.each([
    ['zaaknummer', 'C/9/612345'],
    ['rolnummer', '12 CV EXPL 19'],
    ['proces-verbaal', 'PL0600-2019'],
    ['cjib', '1234'],
  ])('are said of a %s that is nearly one: %s', (kind, value) => {
    const { content, findings } = check({ caseReferences: [{ kind, value }] });
    expect(findings.map(({ code, severity, value }) => [code, severity, value])).toEqual([
      ['case_number_malformed', 'warning', value],
    ]);
    expect(content?.caseReferences).toEqual([{ kind, value }]);
  });

  it.each([
    ['zaaknummer', '200.123.456/01'],
    ['zaaknummer', 'HAA 21/1234'],
    ['zaaknummer', 'C/09/612345 / KG ZA 21-123'],
    ['rolnummer', '22-001234-19'],
    ['proces-verbaal', '2019123456'],
    ['cjib', '1234567890'],
    ['cjib', 'CJIB 1234567890'],
  ])('are not said of a %s that is written otherwise, as courts and police do: %s', (kind, value) => {
    expect(check({ caseReferences: [{ kind, value }] }).findings).toEqual([]);
  });

  it('make case references of the rulings and the numbers of cases that are cited, where a record gives none', () => {
    const cited = {
      legalBasis: ['Art. 94 Sv', '01/234567-19'],
      sources: [
        { title: 'HR 5 januari 2024', citation: 'ECLI:NL:HR:2024:1' },
        'https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2024:1',
        'C/09/612345 / KG ZA 21-123',
        'Tarieven 12-345678-90 en volgende',
      ],
    };
    const { content, given, findings } = check(cited);
    const references = [
      { kind: 'parketnummer', value: '01/234567-19' },
      { kind: 'ecli', value: 'ECLI:NL:HR:2024:1' },
      { kind: 'zaaknummer', value: 'C/09/612345 / KG ZA 21-123' },
    ];
    expect(content?.caseReferences).toEqual(references);
    expect(given).not.toContain('caseReferences');
    expect(findings.map(({ code, severity, value }) => [code, severity, value])).toEqual(
      references.map(({ value }) => ['case_reference_taken_over', 'info', value]),
    );
    expect(check({ ...cited, caseReferences: [] }).content?.caseReferences).toEqual([]);
    expect(check({ ...cited, caseReferences: null }).content?.caseReferences).toEqual([]);
  });

  it.each(['Dossier 12', '12-3-19', 'Zaak C', 'PLan B'])('are not said of what is none: %s', (text) => {
    expect(check({ caseReferences: [text] }).findings).toEqual([]);
  });

  it('make a source that was only a text one with an address', () => {
    const { content } = check({ sources: ['ECLI:NL:HR:2024:1', 'BWBR0001854', 'Art. 94 Sv', 'Handboek'] });
    expect(content?.sources.map(({ uri }) => uri)).toEqual([
      'https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:HR:2024:1',
      'https://wetten.overheid.nl/BWBR0001854',
      null,
      null,
    ]);
  });
});
