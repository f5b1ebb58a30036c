import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from '#domain/definition.ts';
import { findingText } from '#domain/finding-texts.ts';
import { categoryOf, type Rank, severityOf, weightOf } from './rule.ts';
import { RULE_SET_VERSION } from './rule-set.ts';
import { DEFAULT_RULE_SETTINGS } from './settings.ts';
import { validate } from './validate.ts';

const GOOD: DefinitionContent = {
  ...EMPTY_CONTENT,
  term: 'gevangenhouding',
  definition: 'vrijheidsbeneming door de raadkamer die op de bewaring volgt en ten hoogste negentig dagen duurt',
  category: 'proces',
  legalBasis: ['Art. 65 Sv'],
};

const check = (changes: Partial<DefinitionContent>) => validate({ ...GOOD, ...changes }, DEFAULT_RULE_SETTINGS);

describe('validate', () => {
  it('calls a definition with no findings valid', () => {
    expect(check({})).toEqual({
      findings: [],
      score: 1,
      verdict: 'valid',
      categories: { taal: 1, juridisch: 1, structuur: 1, samenhang: 1 },
      ruleSetVersion: RULE_SET_VERSION,
    });
  });

  it('calls a definition with a critical finding invalid, whatever its score', () => {
    const { score, verdict, findings } = check({ legalBasis: [] });
    expect(score).toBeGreaterThan(0.9);
    expect(verdict).toBe('invalid');
    expect(findings).toMatchObject([
      { code: 'CON-02', severity: 'warning', field: 'legalBasis', params: { severity: 'critical' } },
    ]);
  });

  it('calls a definition with lesser findings one with warnings', () => {
    const two = check({ definition: `${GOOD.definition}. Daarna volgt de zitting` });
    expect(two.findings).toMatchObject([{ code: 'INT-01', severity: 'info', params: { severity: 'low' } }]);
    expect(two.verdict).toBe('warnings');
    expect(check({ synonyms: ['bewaring'] })).toMatchObject({ verdict: 'warnings', categories: { samenhang: 0.75 } });
  });

  it('calls a definition invalid when a category falls below 0.70 without a critical finding', () => {
    const definition = 'vrijheidsbeneming waarbij de gevangenhouding door de raadkamer is bevolen';
    const { findings, score, verdict, categories } = check({ definition, synonyms: ['voorarrest'] });
    expect(findings.map(({ params }) => params?.severity)).toEqual(['high', 'high']);
    expect(categories.samenhang).toBe(0.5);
    expect(score).toBeGreaterThan(0.75);
    expect(verdict).toBe('invalid');
  });

  it('counts a pair of rules once in the score and once in each category', () => {
    const purpose = check({ definition: 'dienst om meldingen van burgers snel te kunnen verwerken' });
    expect(purpose.findings).toMatchObject([{ code: 'ESS-01', params: { also: 'STR-06' } }]);
    expect(purpose.score).toBe(check({ legalBasis: [] }).score);
    expect(purpose.categories.juridisch).toBeLessThan(1);
    expect(purpose.categories.structuur).toBeLessThan(1);
  });

  it('lets a remark cost nothing', () => {
    const { findings, score, verdict } = check({
      definition: 'toezicht dat is gericht op het gedrag van een veroordeelde',
    });
    expect(findings).toMatchObject([{ code: 'ESS-01', severity: 'info', params: { severity: 'low' } }]);
    expect({ score, verdict }).toEqual({ score: 1, verdict: 'warnings' });
  });

  it('never keeps a definition out', () => {
    const awful = check({ definition: 'is zie enz.', category: 'OTH', legalBasis: [], synonyms: ['x'] });
    expect(awful.findings.length).toBeGreaterThan(6);
    expect(awful.findings.map(({ severity }) => severity)).not.toContain('error');
    expect(awful.verdict).toBe('invalid');
    expect(awful.score).toBeLessThan(0.75);
  });

  it('says only that an empty definition is empty', () => {
    const { findings, score, verdict } = check({ definition: ' ', legalBasis: [] });
    expect(findings.map(({ code }) => code)).toEqual(['VAL-EMP-001']);
    expect({ score, verdict }).toEqual({ score: 0, verdict: 'invalid' });
  });

  it('points at the words in the text as it was written', () => {
    const definition = 'De gevangenhouding is\n  een [straf](#straf) die vervalt, indien de raadkamer dat zegt';
    const [finding] = check({ definition }).findings;
    expect(finding).toMatchObject({ code: 'INT-02', value: 'indien' });
    expect(definition.slice(Number(finding?.params?.start), Number(finding?.params?.end))).toBe('indien');
  });

  it('is said in words without gaps', () => {
    const { findings } = check({
      definition: 'gevangenhouding zonder meer, zie XYZA enz. Niet zonder om iets te doen',
      synonyms: ['x'],
    });
    for (const finding of findings) {
      for (const locale of ['nl', 'en'] as const) {
        const { message, advice } = findingText(finding, locale);
        expect(`${message} ${advice}`).not.toMatch(/\{\w+\}/);
      }
    }
  });

  it('looks for hostile patterns in linear time', () => {
    const hostile = [
      'niet '.repeat(4000),
      '['.repeat(20_000),
      'om '.repeat(6000),
      '. '.repeat(10_000),
      '"'.repeat(20_000),
    ];
    for (const definition of hostile) expect(check({ definition }).verdict).not.toBe('valid');
  });
});

describe('rank', () => {
  it.each<[Rank['priority'], Rank['obligation'], string, number]>([
    ['hoog', 'verplicht', 'critical', 1],
    ['midden', 'verplicht', 'high', 0.7],
    ['laag', 'verplicht', 'high', 0.4],
    ['hoog', 'aanbevolen', 'medium', 1],
    ['hoog', 'optioneel', 'medium', 1],
    ['midden', 'aanbevolen', 'low', 0.7],
    ['laag', 'optioneel', 'low', 0.4],
  ])('%s and %s make %s with weight %d', (priority, obligation, severity, weight) => {
    expect(severityOf({ priority, obligation })).toBe(severity);
    expect(weightOf({ priority, obligation })).toBe(weight);
  });

  it.each([
    ['ARAI-01', 'taal'],
    ['VER-02', 'taal'],
    ['ESS-01', 'juridisch'],
    ['VAL-EMP-001', 'juridisch'],
    ['STR-ORG-001', 'structuur'],
    ['INT-01', 'structuur'],
    ['CON-CIRC-001', 'samenhang'],
    ['SAM-06', 'samenhang'],
  ])('puts %s under %s', (id, category) => {
    expect(categoryOf(id)).toBe(category);
  });
});
