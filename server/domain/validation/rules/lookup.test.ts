import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from '#domain/definition.ts';
import { lookAround } from '#domain/validation/look-around.ts';
import { normalise } from '#domain/validation/normalise.ts';
import { DEFAULT_RULE_SETTINGS } from '#domain/validation/settings.ts';
import type { Cycle, Neighbour } from '#domain/validation/surroundings.ts';
import { LOOKUP_RULES } from './lookup.ts';

type Given = Partial<DefinitionContent> & { term: string; definition: string };

const contentOf = (given: Given): DefinitionContent => ({
  ...EMPTY_CONTENT,
  category: 'type',
  legalContext: ['Strafrecht'],
  ...given,
});

function neighbourOf(given: Given, index: number): Neighbour {
  const content = contentOf(given);
  return { ...content, id: `id-${index}`, position: null, text: normalise(content.definition, content.term).lower };
}

/** What the rules find, as `id other`, with a `~` before what is only a remark. */
function found(given: Given, others: readonly Given[], cycles: readonly Cycle[] = []): string[] {
  const content = contentOf(given);
  const body = normalise(content.definition, content.term);
  const all = others.map(neighbourOf);
  const surroundings = lookAround(content, body, { named: all, resembling: all, within: all }, cycles);
  return LOOKUP_RULES.flatMap((rule) => {
    const hit = rule.check({ content, body, settings: DEFAULT_RULE_SETTINGS, surroundings });
    return hit ? `${hit.remark ? '~' : ''}${rule.id} ${hit.params?.path ?? hit.params?.other}` : [];
  });
}

const SEIZURE = {
  term: 'beslag',
  definition: 'maatregel waarbij een opsporingsambtenaar een voorwerp aan de macht van de houder onttrekt',
};

describe('rules that look at other definitions', () => {
  it('pass where nobody looked around', () => {
    const content = contentOf(SEIZURE);
    const subject = { content, body: normalise(content.definition, content.term), settings: DEFAULT_RULE_SETTINGS };
    for (const rule of LOOKUP_RULES) expect(rule.check({ ...subject, surroundings: null })).toBeNull();
  });

  it('say nothing about definitions that have nothing to do with each other', () => {
    const other = {
      term: 'griffier',
      definition: 'medewerker van een gerecht die het verslag van een zitting opmaakt',
    };
    expect(found(SEIZURE, [other])).toEqual([]);
  });

  it.each<[string, Given, Given[], string[]]>([
    ['the same name and the same text', SEIZURE, [SEIZURE], ['DUP-01 beslag']],
    [
      'a common synonym and nearly the same text',
      { ...SEIZURE, synonyms: ['inbeslagneming'] },
      [{ ...SEIZURE, term: 'inbeslagneming', definition: `${SEIZURE.definition}.` }],
      ['DUP-01 inbeslagneming', 'SAM-08 inbeslagneming'],
    ],
    [
      'the same name with another text',
      SEIZURE,
      [{ term: 'Beslag', definition: 'resultaat van een handeling door een deurwaarder' }],
      ['~DUP-01 Beslag'],
    ],
    [
      'the same name in another context',
      SEIZURE,
      [{ ...SEIZURE, definition: 'resultaat van een handeling', legalContext: ['Civiel recht'] }],
      [],
    ],
    [
      'hardly another text for another term of the same kind',
      SEIZURE,
      [{ term: 'onttrekking', definition: SEIZURE.definition.replace('voorwerp', 'goed') }],
      ['ESS-05 onttrekking'],
    ],
    [
      'a special case that repeats the definition of the general one',
      { term: 'conservatoir beslag', definition: `${SEIZURE.definition} tot zekerheid van verhaal op de verdachte` },
      [SEIZURE],
      ['SAM-02 beslag'],
    ],
    [
      'a special case that begins with the general one',
      { term: 'conservatoir beslag', definition: 'beslag dat een later verhaal op vermogen zeker stelt' },
      [SEIZURE],
      [],
    ],
    [
      'the text of another within it',
      { term: 'teruggave', definition: `einde van een ${SEIZURE.definition}, op schriftelijk bevel van de rechtbank` },
      [SEIZURE],
      ['SAM-03 beslag'],
    ],
    [
      'a compound of something it is not',
      { term: 'derdenbeslag', definition: 'brief aan wie geld onder zich heeft van een ander' },
      [SEIZURE],
      ['SAM-04 beslag'],
    ],
    [
      'a compound of what it is',
      { term: 'derdenbeslag', definition: 'beslag onder een ander dan de eigenaar' },
      [SEIZURE],
      [],
    ],
    [
      'two that explain each other',
      { term: 'verhaal', definition: 'voldoening van een schuld uit de opbrengst van beslag' },
      [{ term: 'beslag', definition: 'maatregel die een later verhaal mogelijk maakt' }],
      ['SAM-05 verhaal → beslag → verhaal'],
    ],
    [
      'one synonym of two',
      { ...SEIZURE, synonyms: ['blokkade'] },
      [{ term: 'bevriezing', definition: 'verbod om over een tegoed te beschikken', synonyms: ['Blokkade'] }],
      ['~SAM-08 bevriezing'],
    ],
    [
      'a term that another calls its synonym',
      SEIZURE,
      [{ term: 'inbeslagneming', definition: 'handeling van een ambtenaar', synonyms: ['beslag'] }],
      ['SAM-08 inbeslagneming'],
    ],
  ])('find %s', (_, given, others, expected) => {
    expect(found(given, others)).toEqual(expected);
  });

  it('name the way round, and what is only referred to is a remark', () => {
    const steps = ['beslag', 'verhaal', 'schuld'].map((term, index) => ({
      id: index === 0 ? null : `id-${index}`,
      position: null,
      term,
    }));
    expect(found(SEIZURE, [], [{ by: 'hierarchy', steps }])).toEqual(['SAM-05 beslag → verhaal → schuld → beslag']);
    expect(found(SEIZURE, [], [{ by: 'reference', steps }])).toEqual(['~SAM-05 beslag → verhaal → schuld → beslag']);
  });
});
