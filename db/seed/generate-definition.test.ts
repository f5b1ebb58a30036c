import { describe, expect, it } from 'vitest';
import { CONTENT_FIELDS } from '#domain/definition.ts';
import { definitionFile } from '#domain/definition-file.ts';
import { identityText, normaliseTerm } from '#domain/identity-key.ts';
import { GENERATED_DEFINITIONS, generateDefinition } from './generate-definition.ts';
import { LEGAL_AREAS } from './legal-areas.ts';

const first = (count: number, seed?: number) =>
  Array.from({ length: count }, (_, index) => generateDefinition(index, seed));

describe('generateDefinition', () => {
  it('gives the same definition for the same index and seed', () => {
    expect(first(200, 7)).toEqual(first(200, 7));
    expect(first(200)).toEqual(first(200, 1));
  });

  it('gives other definitions for another seed', () => {
    const terms = new Set(first(200, 1).map(({ term }) => term));
    expect(first(200, 2).filter(({ term }) => terms.has(term))).toEqual([]);
  });

  it('gives a hundred thousand different terms and identities', { timeout: 60_000 }, () => {
    const terms = new Set<string>();
    const identities = new Set<string>();
    for (let index = 0; index < 100_000; index += 1) {
      const definition = generateDefinition(index);
      terms.add(normaliseTerm(definition.term));
      identities.add(identityText(definition));
    }
    expect([terms.size, identities.size]).toEqual([100_000, 100_000]);
  });

  it('has more than a million and says so beyond the last', () => {
    expect(GENERATED_DEFINITIONS).toBeGreaterThan(1_000_000);
    expect(generateDefinition(1_000_000).term).not.toBe(generateDefinition(0).term);
    for (const index of [-1, 0.5, GENERATED_DEFINITIONS]) expect(() => generateDefinition(index)).toThrow(RangeError);
  });

  it('keeps the words of the areas apart, so that a term is in one of them only', () => {
    const parties = LEGAL_AREAS.flatMap((area) => area.parties);
    expect(new Set(parties).size).toBe(parties.length);
    for (const { parties: ten, stages } of LEGAL_AREAS) expect([ten.length, stages.length]).toEqual([10, 10]);
  });

  it('fills every field, and files of one to two kilobytes', () => {
    const definitions = first(2_000);
    for (const definition of definitions) expect(Object.keys(definition).sort()).toEqual([...CONTENT_FIELDS].sort());
    const bytes = definitions.map((definition) =>
      Buffer.byteLength(JSON.stringify(definitionFile(definition), null, 2)),
    );
    const average = bytes.reduce((sum, size) => sum + size, 0) / bytes.length;
    expect(average).toBeGreaterThan(1_200);
    expect(average).toBeLessThan(1_800);
  });

  it('links about a quarter to an earlier term, and names a case now and then', () => {
    const definitions = first(2_000);
    const seen = new Set<string>();
    let linked = 0;
    for (const { term, relations } of definitions) {
      for (const { targetTerm } of relations) expect(seen).toContain(targetTerm);
      if (relations.length > 0) linked += 1;
      seen.add(term);
    }
    expect(linked / definitions.length).toBeCloseTo(0.25, 1);
    expect(definitions.filter(({ caseReferences }) => caseReferences.length > 0).length).toBeGreaterThan(200);
  });

  it('never uses the term in its own definition', () => {
    const circular = first(5_000).filter(({ term, definition }) => definition.includes(term));
    expect(circular).toEqual([]);
  });
});
