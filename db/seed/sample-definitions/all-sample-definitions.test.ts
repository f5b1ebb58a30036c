import { describe, expect, it } from 'vitest';
import { canonicalContent } from '#domain/canonical.ts';
import { checkRecord } from '#domain/check-record.ts';
import {
  CATEGORIES,
  CLASSIFICATIONS,
  CONTENT_FIELDS,
  DEFINITION_STATUSES,
  type DefinitionContent,
  MAX_DEFINITION_LENGTH,
  MAX_TERM_LENGTH,
  UFO_CATEGORIES,
} from '#domain/definition.ts';
import { definitionFile } from '#domain/definition-file.ts';
import { identityText, normaliseTerm } from '#domain/identity-key.ts';
import { allSampleDefinitions, DANGLING_TERMS } from './all-sample-definitions.ts';
import { bestuursrecht } from './bestuursrecht.ts';
import { civielRecht } from './civiel-recht.ts';
import { penitentiairRecht } from './penitentiair-recht.ts';
import { poorlyWritten } from './poorly-written.ts';
import type { SampleDefinition } from './sample-definition.ts';
import { strafrecht } from './strafrecht.ts';
import { vreemdelingenrecht } from './vreemdelingenrecht.ts';

const ORGANISATIONS = [
  'Openbaar Ministerie',
  'Rechtspraak',
  'Reclassering Nederland',
  'DJI',
  'IND',
  'CJIB',
  'Nationale Politie',
  'Koninklijke Marechaussee',
  'Justid',
  'NFI',
  'Raad voor de Kinderbescherming',
  'FIOD',
];
const LEGAL_CONTEXTS = [
  'Strafrecht',
  'Bestuursrecht',
  'Civiel recht',
  'Jeugdrecht',
  'Vreemdelingenrecht',
  'Sanctierecht',
  'Penitentiair recht',
];
const CASE_REFERENCE_FORMS: Record<DefinitionContent['caseReferences'][number]['kind'], RegExp> = {
  ecli: /^ECLI:NL:[A-Z]{2,7}:\d{4}:99\d{3}$/,
  parketnummer: /^\d{2}\/\d{6}-\d{2}$/,
  zaaknummer: /^(C\/\d{2}\/\d{6} \/ (HA ZA|KG ZA|JE) \d{2}-\d+|(SGR|AMS|UTR) \d{2}\/\d{3,4})$/,
  rolnummer: /^\d{7} CV EXPL \d{2}-\d+$/,
  'proces-verbaal': /^PL9900-\d{10}-\d+$/,
  cjib: /^\d{16}$/,
  other: /^RSJ \d{2}\/99\d{3}\/GA$/,
};
const WETTEN_NL = /^https:\/\/wetten\.overheid\.nl\/BWBR\d{7}(#Artikel[\d:a-z]+)?$/;

const areas: Record<string, readonly SampleDefinition[]> = {
  strafrecht,
  bestuursrecht,
  civielRecht,
  penitentiairRecht,
  vreemdelingenrecht,
};
const named = allSampleDefinitions.map((definition) => [definition.term, definition] as const);
const poorTerms = new Set(poorlyWritten.map(({ term }) => term));
const wellWritten = named.filter(([term]) => !poorTerms.has(term));

describe('the sample definitions', () => {
  it('are at least 120', () => {
    expect(allSampleDefinitions.length).toBeGreaterThanOrEqual(120);
  });

  it.each(Object.entries(areas))('have at least twenty from %s', (_area, definitions) => {
    expect(definitions.length).toBeGreaterThanOrEqual(20);
  });

  it('are each a definition of their own', () => {
    const identities = new Set(allSampleDefinitions.map(identityText));
    expect(identities.size).toBe(allSampleDefinitions.length);
  });

  it('have at least four terms that mean something else in another context', () => {
    expect([...countByTerm().values()].filter((count) => count > 1).length).toBeGreaterThanOrEqual(4);
  });

  it('cover every status, and the categories people use most', () => {
    expect(new Set(allSampleDefinitions.map(({ status }) => status))).toEqual(new Set(DEFINITION_STATUSES));
    const categories = new Set(allSampleDefinitions.map(({ category }) => category));
    expect([...categories]).toEqual(expect.arrayContaining(['type', 'proces', 'resultaat', 'exemplaar', 'ENT', 'ACT']));
  });

  it('link to each other, to nothing ambiguous, and twice to a term that nobody has', () => {
    const counts = countByTerm();
    const targets = allSampleDefinitions.flatMap(({ relations }) => relations.map((r) => r.targetTerm ?? ''));
    expect(targets.filter((target) => !counts.has(target)).sort()).toEqual([...DANGLING_TERMS].sort());
    expect(targets.filter((target) => (counts.get(target) ?? 0) > 1)).toEqual([]);
  });

  it('lean on each other in exactly two circles', () => {
    expect(circles()).toEqual([
      ['gedetineerde', 'penitentiaire inrichting'],
      ['schuldeiser', 'schuldenaar', 'verbintenis'],
    ]);
  });

  it.each(named)('%s has every field in its proper form', (_term, definition) => {
    expect(Object.keys(definition).sort()).toEqual([...CONTENT_FIELDS].sort());
    expect(definition.term.length).toBeLessThanOrEqual(MAX_TERM_LENGTH);
    expect(definition.definition.length).toBeLessThanOrEqual(MAX_DEFINITION_LENGTH);
    for (const text of textsOf(definition)) expect(text).toBe(text.trim().normalize('NFC'));
    expect(CATEGORIES).toContain(definition.category);
    expect(DEFINITION_STATUSES).toContain(definition.status);
    expect(CLASSIFICATIONS).toContain(definition.classification);
    expect([null, ...UFO_CATEGORIES]).toContain(definition.ufoCategory);
    expect(ORGANISATIONS).toEqual(expect.arrayContaining(definition.organisationalContext));
    expect(ORGANISATIONS).toEqual(expect.arrayContaining(definition.chainPartners));
    expect(LEGAL_CONTEXTS).toEqual(expect.arrayContaining(definition.legalContext));
    for (const { kind, value } of definition.caseReferences) expect(value).toMatch(CASE_REFERENCE_FORMS[kind]);
    for (const { uri } of definition.sources) {
      if (uri?.includes('wetten')) expect(uri).toMatch(WETTEN_NL);
    }
    for (const date of [definition.validFrom, definition.validUntil]) {
      if (date !== null) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
    }
  });

  it.each(named)('%s comes back from a file as it went in, without a remark', (_term, definition) => {
    const fields = JSON.parse(JSON.stringify(definitionFile(definition)));
    const { content, findings } = checkRecord({ fields, location: {}, findings: [] });
    expect(findings).toEqual([]);
    expect(content && canonicalContent(content)).toBe(canonicalContent(definition));
  });

  it.each(wellWritten)(
    '%s is one sentence that starts with its genus and does not use the term',
    (term, definition) => {
      const text = definition.definition.toLowerCase();
      const words = text.split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(5);
      expect(words).toBeLessThanOrEqual(40);
      expect(text).not.toMatch(/^(de|het|een|is|zijn|betreft|omvat|heeft|wordt)\s/);
      expect(text).not.toMatch(/[.!?]\s+\p{Lu}|\.$/u);
      expect(text).not.toMatch(/\b(indien|mits|tenzij|zoals|bijvoorbeeld|teneinde|zodat|etc|enz|moet|kan|mag)\b/);
      expect(` ${text} `).not.toContain(` ${normaliseTerm(term)} `);
      expect(definition.legalBasis).not.toEqual([]);
      if (definition.synonyms.length > 0) expect(definition.preferredTerm).toBe(term);
      expect(definition.synonyms).not.toContain(definition.preferredTerm);
    },
  );
});

function countByTerm(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of allSampleDefinitions) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function textsOf(definition: DefinitionContent): string[] {
  const { examples, organisationalContext, legalContext, legalBasis, synonyms, antonyms } = definition;
  const lists = [organisationalContext, legalContext, legalBasis, synonyms, antonyms, ...Object.values(examples)];
  return [definition.term, definition.definition, ...lists.flat()];
}

/** Groups of terms that reach each other along relations, each group and all groups in alphabetical order. */
function circles(): string[][] {
  const reached = new Map(allSampleDefinitions.map(({ term }) => [term, reachableFrom(term)]));
  const groups = new Set<string>();
  for (const [term, others] of reached) {
    const circle = [...others].filter((other) => reached.get(other)?.has(term));
    if (circle.length > 0) groups.add(circle.sort().join('|'));
  }
  return [...groups].sort().map((group) => group.split('|'));
}

function reachableFrom(start: string): Set<string> {
  const found = new Set<string>();
  const waiting = [start];
  for (let term = waiting.pop(); term !== undefined; term = waiting.pop()) {
    for (const definition of allSampleDefinitions.filter((candidate) => candidate.term === term)) {
      for (const { targetTerm } of definition.relations) {
        if (targetTerm === null || found.has(targetTerm)) continue;
        found.add(targetTerm);
        waiting.push(targetTerm);
      }
    }
  }
  return found;
}
