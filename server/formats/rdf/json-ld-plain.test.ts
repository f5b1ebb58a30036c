import { isomorphic } from 'rdf-isomorphic';
import { describe, expect, it } from 'vitest';
import { allSampleDefinitions } from '#db/seed/sample-definitions/all-sample-definitions.ts';
import { quadsOf } from '#server/formats/testing/quads.ts';
import { NotPlain } from './json-ld-context.ts';
import { readPlainJsonLd } from './json-ld-plain.ts';
import type { Parse } from './parse.ts';
import { parseWhole } from './parse-json-ld.ts';
import { RDF_WRITERS } from './rdf-writers.ts';

const plain: Parse = (text, graph) => readPlainJsonLd(JSON.parse(String(text)), graph);
const whole: Parse = (text, graph) => parseWhole(JSON.parse(String(text)), graph);

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const CONTEXT = { skos: SKOS, xsd: 'http://www.w3.org/2001/XMLSchema#', ex: 'https://voorbeeld.nl/' };
const of = (context: unknown, node: object) => ({ '@context': context, '@id': 'ex:a', ...node });

/** Documents that the plain reader must read as the library does. */
const ALIKE: [what: string, document: unknown][] = [
  ['prefixes', of(CONTEXT, { '@type': 'skos:Concept', 'skos:prefLabel': { '@value': 'a', '@language': 'NL-be' } })],
  [
    'full names',
    [{ '@id': 'urn:a', '@type': [`${SKOS}Concept`], [`${SKOS}note`]: [{ '@value': 'a' }, { '@value': 'b' }] }],
  ],
  [
    'terms',
    of(
      { ...CONTEXT, label: 'skos:prefLabel', above: { '@id': 'skos:broader', '@type': '@id' } },
      { label: 'a', above: ['ex:b', 'https://elders.nl/c'] },
    ),
  ],
  [
    'a vocabulary',
    of([CONTEXT, { '@vocab': SKOS }], { '@type': 'Concept', prefLabel: 'a', broader: { '@id': 'ex:b' } }),
  ],
  [
    'a kind from the vocabulary',
    of({ ...CONTEXT, '@vocab': SKOS, kind: { '@id': 'ex:kind', '@type': '@vocab' } }, { kind: 'Concept' }),
  ],
  [
    'other names for keywords',
    {
      '@context': { ...CONTEXT, id: '@id', type: '@type', graph: '@graph', lang: '@language', value: '@value' },
      graph: [{ id: 'ex:a', type: 'skos:Concept', 'skos:note': { value: 'a', lang: 'nl' } }],
    },
  ],
  [
    'a language for all',
    of(
      {
        ...CONTEXT,
        '@language': 'nl',
        bare: { '@id': 'ex:bare', '@language': null },
        english: { '@id': 'ex:en', '@language': 'en' },
      },
      { 'skos:note': ['a', { '@value': 'b' }], bare: 'c', english: 'd' },
    ),
  ],
  [
    'texts by language',
    of({ ...CONTEXT, note: { '@id': 'skos:note', '@container': '@language' } }, { note: { nl: ['a', 'b'], en: 'c' } }),
  ],
  [
    'lists',
    of(
      { ...CONTEXT, members: { '@id': 'skos:memberList', '@type': '@id', '@container': '@list' } },
      { members: ['ex:b', 'ex:c'], 'ex:list': { '@list': ['d', 1] }, 'ex:none': { '@list': [] } },
    ),
  ],
  [
    'sets',
    of(
      { ...CONTEXT, notes: { '@id': 'skos:note', '@container': '@set' } },
      { notes: ['a'], 'skos:example': { '@set': ['b', 'c'] } },
    ),
  ],
  [
    'numbers and such',
    of(CONTEXT, {
      'ex:n': [1, -7, true, false],
      'ex:t': { '@value': '2024-01-01', '@type': 'xsd:date' },
      'ex:s': { '@value': 'x', '@type': 'xsd:string' },
      'ex:m': { '@value': 3, '@type': 'xsd:int' },
    }),
  ],
  ['nodes in nodes', of(CONTEXT, { 'ex:b': { 'ex:c': [{ 'ex:d': 'e' }, { '@id': 'ex:f', 'ex:g': 'h' }] } })],
  [
    'blank nodes with a name',
    {
      '@context': CONTEXT,
      '@graph': [
        { '@id': '_:x', 'ex:a': { '@id': '_:y' } },
        { '@id': '_:y', 'ex:b': 'c' },
      ],
    },
  ],
  ['what means nothing', of(CONTEXT, { loose: 'a', 'ex:null': null, 'ex:empty': [], 'ex:b': { '@value': null } })],
  ['a graph with a name', of(CONTEXT, { 'ex:b': 'c', '@graph': [{ '@id': 'ex:d', 'ex:e': 'f' }] })],
  [
    'names that look shortened',
    of(
      { ...CONTEXT, long: { '@id': 'https://voorbeeld.nl/x' } },
      { 'ex:b': { '@id': 'long:c' }, 'mailto:d': 'e', 'ex:page': { '@id': 'https://voorbeeld.nl/f' } },
    ),
  ],
  [
    'the context of SKOS',
    {
      '@context': 'http://www.w3.org/2004/02/skos/core#',
      '@id': 'urn:a',
      '@type': 'Concept',
      prefLabel: 'a',
      broader: 'urn:b',
    },
  ],
];

/** Documents that are left to the library. */
const LEFT: [what: string, document: unknown][] = [
  ['a context elsewhere', of('https://elders.nl/c', {})],
  ['a context in a node', of(CONTEXT, { 'ex:b': { '@context': { c: 'ex:c' }, c: 'd' } })],
  ['a context of a term', of({ ...CONTEXT, b: { '@id': 'ex:b', '@context': {} } }, { b: 'c' })],
  ['relations turned around', of(CONTEXT, { '@reverse': { 'ex:b': { '@id': 'ex:c' } } })],
  ['fractions', of(CONTEXT, { 'ex:b': 1.5 })],
  ['relative names', { '@context': CONTEXT, '@id': 'a', 'ex:b': 'c' }],
  ['values by index', of({ ...CONTEXT, b: { '@id': 'ex:b', '@container': '@index' } }, { b: { c: 'd' } })],
];

describe('the plain reader of JSON-LD', () => {
  it.each(ALIKE)('reads as the library does: %s', async (_what, document) => {
    const text = JSON.stringify(document);
    const [one, other] = [await quadsOf(plain, text), await quadsOf(whole, text)];
    expect(one.length).toBe(other.length);
    expect(isomorphic(one, other), JSON.stringify([one, other])).toBe(true);
  });

  it('reads what we write as the library does', async () => {
    const records = allSampleDefinitions.slice(0, 12).map((content) => ({ content, meta: null }));
    const facts = { title: 'Proef', application: 'L', organisation: 'OM', createdAt: '2026-01-31T12:00:00.000Z' };
    const writer = RDF_WRITERS.find(({ extension }) => extension === 'jsonld');
    const text = Buffer.concat(await Array.fromAsync(writer?.write(records, facts) ?? [])).toString();
    expect(isomorphic(await quadsOf(plain, text), await quadsOf(whole, text))).toBe(true);
  }, 30_000);

  it.each(LEFT)('leaves to the library what it does not know: %s', async (_what, document) => {
    await expect(quadsOf(plain, JSON.stringify(document))).rejects.toBeInstanceOf(NotPlain);
  });
});
