import fc from 'fast-check';
import { DataFactory, type Quad } from 'n3';
import { isomorphic } from 'rdf-isomorphic';
import { describe, expect, it } from 'vitest';
import { allSampleDefinitions } from '#db/seed/sample-definitions/all-sample-definitions.ts';
import { checkRecord } from '#domain/check-record.ts';
import { type DefinitionContent, RELATION_TYPES } from '#domain/definition.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import type { WriteFacts, WriteRecord } from '#server/formats/format.ts';
import { readAll } from '#server/formats/read-for-test.ts';
import { realFile } from '#server/formats/real-files.ts';
import { anyRecords } from '#server/formats/testing/any-content.ts';
import { nlSbbShapes, shapeResults } from '#server/formats/testing/nl-sbb-shapes.ts';
import { quadsOf } from '#server/formats/testing/quads.ts';
import { NL_SBB_VIOLATIONS } from './check-skos.ts';
import { NAMESPACES } from './namespaces.ts';
import type { Parse } from './parse.ts';
import { parseJsonLd } from './parse-json-ld.ts';
import { parseRdfXml } from './parse-rdf-xml.ts';
import { parseTurtle } from './parse-turtle.ts';
import { RDF_FORMATS } from './rdf.ts';
import { RDF_WRITERS } from './rdf-writers.ts';

const FACTS: WriteFacts = {
  title: 'Begrippen van <de> "proef" & co',
  application: 'Lexport 1.0',
  organisation: 'Openbaar Ministerie',
  createdAt: '2026-01-31T12:00:00.000Z',
};
const PARSERS: readonly Parse[] = [parseTurtle, parseRdfXml, parseJsonLd];

async function written(index: number, records: readonly WriteRecord[]): Promise<string> {
  const pieces = await Array.fromAsync(RDF_WRITERS[index]?.write(records, FACTS) ?? []);
  return Buffer.concat(pieces).toString();
}

async function threeGraphs(records: readonly WriteRecord[]): Promise<Quad[][]> {
  return Promise.all(PARSERS.map(async (parse, index) => quadsOf(parse, await written(index, records))));
}

function stored(content: DefinitionContent, index: number): WriteRecord {
  const id = `0190a000-0000-7000-8000-${String(index).padStart(12, '0')}`;
  return { content, meta: { id, version: 3, contentHash: 'ab'.repeat(32) } };
}

const SAMPLES = allSampleDefinitions.map(stored);

describe('the three syntaxes', () => {
  it('say the same of sample definitions', async () => {
    const [turtle, xml, json] = await threeGraphs(SAMPLES.slice(0, 40));
    expect(turtle?.length).toBeGreaterThan(40 * 10);
    expect(isomorphic(turtle ?? [], xml ?? [])).toBe(true);
    expect(isomorphic(turtle ?? [], json ?? [])).toBe(true);
  }, 60_000);

  it('say the same of whatever a definition may hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        const [turtle, xml, json] = await threeGraphs(records);
        expect(isomorphic(turtle ?? [], xml ?? [])).toBe(true);
        expect(isomorphic(turtle ?? [], json ?? [])).toBe(true);
      }),
      { numRuns: 40, seed: 20_260_131 },
    );
  }, 120_000);

  it.each([
    ['art. 94 lid 1 Sv', 'https://wetten.overheid.nl/jci1.3:c:BWBR0001903&artikel=94&lid=1'],
    ['zie BWBR0001854', 'https://wetten.overheid.nl/BWBR0001854'],
    ['een oude gewoonte', null],
  ])('give “%s” the address that it has everywhere else', async (citation, address) => {
    const [content] = allSampleDefinitions;
    if (!content) throw new Error('No sample');
    const [quads = []] = await threeGraphs([stored({ ...content, legalBasis: [citation], sources: [] }, 1)]);
    const pages = quads.filter(({ predicate }) => predicate.value === `${NAMESPACES.foaf}page`);
    expect(pages.map(({ object }) => object.value)).toEqual(address ? [address] : []);
  });

  it('bring every sample definition back as it was', async () => {
    for (const [index, name] of ['turtle', 'rdf-xml', 'json-ld'].entries()) {
      const format = RDF_FORMATS.find((one) => one.name === name);
      if (!format) throw new Error(name);
      const raws = await readAll(format, await written(index, SAMPLES));
      const records = raws.map(checkRecord);
      expect(records.map(({ content }) => content)).toEqual(allSampleDefinitions);
      expect(raws.map(({ id }) => id)).toEqual(SAMPLES.map(({ meta }) => meta?.id));
      expect(raws.every(({ version }) => version === 3)).toBe(true);
    }
  }, 60_000);
});

/** What a file says of its definitions: everything but remarks on it. */
const saidIn = (raws: readonly RawRecord[]) => raws.map(({ fields, id, version }) => ({ fields, id, version }));

/** In pieces that end in the middle of words, and of characters. */
async function* cutUp(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 997) yield bytes.subarray(at, at + 997);
}

async function readBoth(index: number, records: readonly WriteRecord[]) {
  const text = await written(index, records);
  const format = RDF_FORMATS.find(({ name }) => name === ['turtle', 'rdf-xml', 'json-ld'][index]);
  const packed = await Array.fromAsync(RDF_WRITERS[index]?.readBack?.(cutUp(Buffer.from(text))) ?? []);
  return { whole: format ? saidIn(await readAll(format, text)) : [], packed: saidIn(packed) };
}

describe('reading back what was written, thing by thing', () => {
  it('finds the same as reading the whole graph, in whatever a definition may hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, fc.nat({ max: 2 }), async (records, index) => {
        const { whole, packed } = await readBoth(index, records);
        expect(packed).toEqual(whole);
      }),
      { numRuns: 60, seed: 20_260_131 },
    );
  }, 120_000);

  it('finds the same in sample definitions, and in a vocabulary of others with schemes, collections and sources', async () => {
    const vocabularies = await Promise.all(
      ['netbeheer', 'corporatiesector-0.3', 'nl-sbb-thesaurus'].map((name) => realFile(`skos/${name}.ttl`)),
    );
    const taken = vocabularies.map(async (bytes): Promise<WriteRecord[]> => {
      const raws = bytes && RDF_FORMATS[0] ? await readAll(RDF_FORMATS[0], bytes) : [];
      return raws.flatMap((raw) => checkRecord(raw).content ?? []).map(stored);
    });
    for (const records of [SAMPLES, ...(await Promise.all(taken))]) {
      for (const index of [0, 1, 2]) {
        const { whole, packed } = await readBoth(index, records);
        expect(packed).toHaveLength(records.length);
        expect(packed).toEqual(whole);
      }
    }
  }, 120_000);
});

/** What the profile's own shapes find, its rules in SPARQL included. */
async function foundByShapes(quads: readonly Quad[]): Promise<string[]> {
  const shapes = await nlSbbShapes();
  const results = shapes ? await shapeResults(shapes, quads) : [];
  return results.map(
    ({ severity, shape, rule, focus, value }) => `${severity} ${shape} ${rule} ${focus.value} ${value?.value}`,
  );
}

/**
 * What no writer can mend: that nothing is related, that two definitions for different contexts have one term, and that one is
 * related to what it is also above or below. The profile warns of it, and has no violation for it.
 */
const OF_ITS_AUTHOR =
  /^(?:Info OrphanConcept|Warning UniquePreflabelWithinConceptScheme|Warning Concept-(?:related|broader|narrower) Disjoint) /;

const foundInTurtle = async (records: readonly WriteRecord[]) =>
  foundByShapes(await quadsOf(parseTurtle, await written(0, records)));

const SITE = 'https://voorbeeld.nl/id/';

/** Whatever definitions may hold, with relations between them of every kind: also several at once, in circles and to themselves. */
const entangledRecords = fc
  .tuple(
    anyRecords,
    fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.constantFrom(...RELATION_TYPES)), { maxLength: 6 }),
  )
  .map(([records, links]) =>
    records.map(({ content, meta }, index): WriteRecord => {
      const relations = links.flatMap(([from, to, type]) => {
        const target = records[to % records.length];
        if (from % records.length !== index || !target) return [];
        return [{ type, targetId: target.meta?.id ?? null, targetTerm: target.content.term }];
      });
      return { content: { ...content, relations: [...content.relations, ...relations] }, meta };
    }),
  );

describe('the shapes of NL-SBB', () => {
  it('find nothing wrong with our own output', async () => {
    const found = await foundInTurtle(SAMPLES);
    expect(found.filter((said) => !OF_ITS_AUTHOR.test(said))).toEqual([]);
    const format = RDF_FORMATS[0];
    const raws = format ? await readAll(format, await written(0, SAMPLES)) : [];
    const codes = raws.flatMap(({ findings }) => findings.map(({ code }) => code));
    const remarks = /^skos_(?:orphan|relation_to_itself|related_siblings|relation_one_way|groups_apart)$/;
    const wrong = (code: string) => NL_SBB_VIOLATIONS.some((violation) => violation === code) || remarks.test(code);
    expect(codes.filter(wrong)).toEqual([]);
  }, 120_000);

  it('find no violation in what we write of anything a definition may hold', async () => {
    await fc.assert(
      fc.asyncProperty(entangledRecords, async (records) => {
        const found = await foundInTurtle(records);
        expect(found.filter((said) => !OF_ITS_AUTHOR.test(said))).toEqual([]);
      }),
      { numRuns: 150, seed: 20_260_131 },
    );
  }, 120_000);

  it.each([
    [
      'the top of a scheme that got something above it',
      [{ 'skos:topConceptOf': { '@id': `${SITE}kader` } }, {}],
      'broader',
    ],
    ['two with one code', [{ 'skos:notation': ['1', 'B1'] }, { 'skos:notation': 'B1' }], 'related'],
    [
      'one with a code in two languages of texts',
      [{ 'skos:notation': 'B1' }, { 'skos:notation': { '@value': 'B1', '@language': 'nl' } }],
      'related',
    ],
    [
      'a mapping to a concept beside it',
      [{ 'skos:exactMatch': [{ '@id': `${SITE}b` }, { '@id': `${SITE}c` }] }, {}],
      'related',
    ],
    ['a hidden term that became the term', [{ 'skos:hiddenLabel': ['a', 'aa'] }, {}], 'related'],
    ['a mapping to itself', [{}, { 'skos:closeMatch': { '@id': `${SITE}b` } }], 'related'],
  ] as const)('find nothing wrong with %s, and it comes back all the same', async (_what, [one, other], type) => {
    const [sample] = allSampleDefinitions;
    if (!sample) throw new Error('No sample');
    const plain = { ...sample, relations: [] };
    const relations = [{ type, targetId: null, targetTerm: 'b' }];
    const records = [
      { ...plain, term: 'a', relations, extras: { '@id': `${SITE}a`, ...one } },
      { ...plain, term: 'b', extras: { '@id': `${SITE}b`, ...other } },
      { ...plain, term: 'c', extras: { '@id': `${SITE}c` } },
    ].map(stored);
    const found = await foundInTurtle(records);
    expect(found.filter((said) => !OF_ITS_AUTHOR.test(said))).toEqual([]);
    for (const index of [0, 1, 2]) {
      const { whole, packed } = await readBoth(index, records);
      expect(packed).toEqual(whole);
      const back = whole.map((raw) => checkRecord({ ...raw, location: {}, findings: [] }).content);
      expect(back).toEqual(records.map(({ content }) => content));
    }
  });

  it('find something wrong when there is, so that the lines above mean something', async () => {
    if (!(await realFile('skos/skos-ap-nl.shacl.ttl'))) return;
    const quads = await quadsOf(parseTurtle, await written(0, SAMPLES.slice(0, 1)));
    const definition = DataFactory.namedNode(`${NAMESPACES.skos}definition`);
    const without = await foundByShapes(quads.filter(({ predicate }) => !predicate.equals(definition)));
    const wrong = without.filter((said) => said.startsWith('Violation'));
    expect(wrong).toEqual([expect.stringContaining('Violation Concept-definition MinCount')]);
    // And by a rule in SPARQL, which the library leaves out: a scheme that is a collection.
    const isScheme = ({ object }: Quad) => object.value === `${NAMESPACES.skos}ConceptScheme`;
    const collection = DataFactory.namedNode(`${NAMESPACES.skos}Collection`);
    const both = quads.flatMap((quad) =>
      isScheme(quad) ? [quad, DataFactory.quad(quad.subject, quad.predicate, collection)] : quad,
    );
    expect(
      (await foundByShapes(both)).some((said) => said.startsWith('Violation DisjointConceptSchemeAndCollection')),
    ).toBe(true);
  }, 60_000);
});
