import { describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import { detectFormat } from '#server/formats/formats.ts';
import { countFindings, readAll } from '#server/formats/read-for-test.ts';
import { waysOut } from '#server/formats/testing/ways-out.ts';
import { checkSkos } from './check-skos.ts';
import { Graph } from './graph.ts';
import { parseTurtle } from './parse-turtle.ts';
import { Vocabulary } from './vocabulary.ts';

const PREFIXES = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix isothes: <http://purl.org/iso25964/skos-thes#> .
@prefix : <https://voorbeeld.nl/id/> .
:kader a skos:ConceptScheme ; dct:title "Kader"@nl .
`;

async function read(text: string, fileName = 'x') {
  const bytes = Buffer.from(text);
  const format = detectFormat(bytes, fileName);
  const raws = format ? await readAll(format, bytes, fileName) : [];
  const records = raws.map(checkRecord);
  return { name: format?.name, raws, records, found: countFindings(records) };
}

async function turtle(body: string) {
  const { raws, records, found } = await read(PREFIXES + body, 'x.ttl');
  const { 'warning category_missing': _, ...rest } = found;
  return { raws, contents: records.map(({ content }) => content), found: rest };
}

const concept = (name: string, more = '') =>
  `:${name} a skos:Concept ; skos:inScheme :kader ; skos:prefLabel "${name}"@nl ; skos:definition "zaak die ${name} heet"@nl ${more} .\n`;

describe('a concept', () => {
  it('gives what NL-SBB has a word for to our fields, and keeps the rest', async () => {
    const { raws, contents, found } = await turtle(`
      :beslag a skos:Concept ; skos:inScheme :kader ;
        skos:prefLabel "beslag"@nl, "seizure"@en ; skos:altLabel "inbeslagneming"@nl, "confiscation"@en ;
        skos:hiddenLabel "beslach"@nl ; skos:notation "B1" ; skos:definition "handeling waarbij een zaak wordt genomen"@nl ;
        rdfs:comment "Iets wordt afgepakt."@nl ; skos:scopeNote "Ook van vorderingen."@nl ; skos:example "Een auto."@nl ;
        skos:changeNote "Nieuw."@nl ; adms:status <http://purl.org/adms/status/UnderDevelopment> ;
        dct:source [ dct:title "Wetboek"@nl ; foaf:page <https://wetten.overheid.nl/BWBR0001903> ; dct:bibliographicCitation "art. 94 Sv" ] ;
        skos:broader :maatregel ; isothes:broaderPartitive :elders .
      ${concept('maatregel')}`);
    expect(contents[0]).toMatchObject({
      term: 'beslag',
      definition: 'handeling waarbij een zaak wordt genomen',
      synonyms: ['inbeslagneming'],
      explanation: 'Ook van vorderingen.',
      examples: { sentence: ['Een auto.'], practical: [], counter: [] },
      status: 'draft',
      language: 'nl',
      sources: [{ title: 'Wetboek', uri: 'https://wetten.overheid.nl/BWBR0001903', citation: 'art. 94 Sv' }],
      relations: [{ type: 'broader', targetId: null, targetTerm: 'maatregel' }],
      extras: {
        '@id': 'https://voorbeeld.nl/id/beslag',
        'skos:prefLabel': { '@value': 'seizure', '@language': 'en' },
        'skos:altLabel': { '@value': 'confiscation', '@language': 'en' },
        'skos:hiddenLabel': 'beslach',
        'skos:notation': 'B1',
        'rdfs:comment': 'Iets wordt afgepakt.',
        'skos:changeNote': 'Nieuw.',
        'isothes:broaderPartitive': { '@id': 'https://voorbeeld.nl/id/elders' },
        'skos:inScheme': { '@id': 'https://voorbeeld.nl/id/kader', 'dct:title': 'Kader' },
      },
    });
    expect(raws[0]?.location.line).toBe(10);
    expect(raws[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
    expect(found).toEqual({ 'info status_mapped': 1, 'info skos_target_elsewhere': 1 });
  });

  it('is known by the same id whenever it comes', async () => {
    const [one, other] = await Promise.all([turtle(concept('a')), turtle(concept('a', '; skos:altLabel "b"@nl'))]);
    expect(one.raws[0]?.id).toBe(other.raws[0]?.id);
  });

  it('leaves fields it does not speak of as they are', async () => {
    const { raws } = await turtle(concept('a'));
    expect(Object.keys(raws[0]?.fields ?? {}).sort()).toEqual(['definition', 'extras', 'language', 'term']);
  });

  it('may have labels of any kind that are things of their own, beside plain ones', async () => {
    const label = (text: string) => `[ a xl:Label ; xl:literalForm ${text} ]`;
    const { contents, found } = await turtle(`@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
      :a a skos:Concept ; skos:inScheme :kader ; skos:definition "zaak"@nl ;
        xl:prefLabel ${label('"beslag"@nl')} ; xl:altLabel ${label('"inbeslagneming"@nl')} ;
        skos:hiddenLabel "beslach"@nl ; xl:hiddenLabel ${label('"beslach"@nl')}, ${label('"beslagh"@nl')}, ${label('"seisure"@en')} .`);
    expect(contents[0]).toMatchObject({ term: 'beslag', synonyms: ['inbeslagneming'] });
    expect(contents[0]?.extras['skos:hiddenLabel']).toEqual([
      'beslach',
      'beslagh',
      { '@value': 'seisure', '@language': 'en' },
    ]);
    expect(found).toEqual({ 'info skos_label_only_xl': 1 });
    // It is a kind of term like the others: it may not be another one as well.
    const twice = await turtle(`@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
      ${concept('b', `; xl:hiddenLabel ${label('"b"@nl')}`)}`);
    expect(twice.found).toEqual({ 'warning skos_labels_overlap': 1 });
  });

  it('may forget to say that it is one, and have no name', async () => {
    const { contents } = await turtle('[] skos:prefLabel "a"@nl ; skos:definition "b"@nl .');
    expect(contents[0]).toMatchObject({ term: 'a', definition: 'b', extras: {} });
  });

  it('is an instance when it says so, and that is said', async () => {
    const { contents, found } = await turtle(concept('a', '; isothes:broaderInstantial :b') + concept('b'));
    expect(contents[0]?.category).toBe('exemplaar');
    expect(found['info skos_category_derived']).toBe(1);
  });
});

/** Two that are under one, said from both sides, and a third that only the one above it speaks of. */
const FAMILY =
  concept('a', '; skos:narrower :b, :c, :d') + concept('b', '; skos:broader :a') + concept('c', '; skos:broader :a');

/** Each rule of the profile with the least that breaks it, and how often it must be said. */
const RULES: [rule: string, body: string, code: string, times: number][] = [
  [
    'no definition',
    ':a a skos:Concept ; skos:inScheme :kader ; skos:prefLabel "a"@nl .',
    'error definition_missing',
    1,
  ],
  ['no label', ':a a skos:Concept ; skos:inScheme :kader ; skos:definition "a"@nl .', 'error term_missing', 1],
  ['a scheme that is none', concept('a', '; skos:inScheme :iets'), 'warning skos_scheme_not_declared', 1],
  [
    'a code twice',
    concept('a', '; skos:notation "1"') + concept('b', '; skos:notation "1"') + concept('c', '; skos:notation "1"'),
    'warning skos_notation_shared',
    3,
  ],
  ['a label twice', concept('a') + concept('b', '; skos:prefLabel "a"@nl'), 'warning skos_pref_label_shared', 2],
  ['two labels in a language', concept('a', '; skos:prefLabel "b"@nl'), 'warning skos_pref_label_several', 1],
  [
    'a top concept with something above it',
    concept('a', '; skos:topConceptOf :kader ; skos:broader :b') + concept('b'),
    'warning skos_top_concept_broader',
    1,
  ],
  ['the same as two kinds of label', concept('a', '; skos:altLabel "a"@nl'), 'warning skos_labels_overlap', 1],
  [
    'a mapping inside a scheme',
    concept('a', '; skos:exactMatch :b') + concept('b'),
    'warning skos_mapping_inside_scheme',
    1,
  ],
  [
    'mappings that exclude each other',
    concept('a', '; skos:exactMatch <https://elders.nl/x> ; skos:broadMatch <https://elders.nl/x>'),
    'warning skos_mapping_clash',
    1,
  ],
  ['a relation with a scheme', concept('a', '; skos:broader :kader'), 'warning skos_relation_to_non_concept', 1],
  ['a relation that leads out', concept('a', '; skos:broader :weg'), 'info skos_target_elsewhere', 1],
  [
    'a concept that is a scheme',
    concept('a', '; a skos:ConceptScheme ; dct:title "x"@nl'),
    'warning skos_class_clash',
    1,
  ],
  [
    'related and far above at once',
    concept('a', '; skos:broader :b ; skos:related :c') + concept('b', '; skos:broader :c') + concept('c'),
    'warning skos_related_clash',
    1,
  ],
  [
    'a circle',
    concept('a', '; skos:broader :b') + concept('b', '; skos:narrower :a ; skos:broader :a'),
    'warning skos_hierarchy_cycle',
    2,
  ],
  ['no language', concept('a', '; skos:altLabel "b"'), 'warning skos_language_missing', 1],
  ['an empty label', concept('a', '; skos:altLabel ""@nl'), 'warning skos_label_empty', 1],
  [
    'another language',
    ':a a skos:Concept ; skos:inScheme :kader ; skos:prefLabel "a"@nl ; skos:definition "x"@fr .',
    'warning skos_other_language',
    1,
  ],
  ['nothing around it', concept('a', '; skos:broader :b') + concept('b') + concept('c'), 'info skos_orphan', 1],
  ['a relation with itself', concept('a', '; skos:related :a'), 'info skos_relation_to_itself', 1],
  [
    'itself as its part and as its like, which is said once',
    concept('a', '; isothes:narrowerPartitive :a ; skos:closeMatch :a'),
    'info skos_relation_to_itself',
    1,
  ],
  [
    'related to what is under the same, said of one of the two',
    concept('a', '; skos:broader :c ; skos:related :b') +
      concept('b', '; skos:related :a') +
      concept('c', '; skos:narrower :b'),
    'info skos_related_siblings',
    1,
  ],
  [
    'above without being told so by what is under it, where the rest is told',
    FAMILY + concept('d', '; skos:broader :a ; isothes:broaderPartitive :e') + concept('e'),
    'info skos_relation_one_way',
    1,
  ],
  [
    'under without being told so by what is above it, where the rest is told',
    FAMILY + concept('d', '; isothes:broaderGeneric :a ; isothes:narrowerInstantial :e') + concept('e'),
    'info skos_relation_one_way',
    1,
  ],
  [
    'related to what does not say so, twice of one, where the rest does',
    concept('a', '; skos:related :b, :c, :d') +
      concept('b', '; skos:related :a, :c, :d, :e') +
      concept('c', '; skos:related :a, :b, :d') +
      concept('d', '; skos:related :a, :b, :c') +
      concept('e', '; skos:related :f') +
      concept('f'),
    'info skos_relation_one_way',
    2,
  ],
  [
    'two groups that nothing joins',
    concept('a', '; skos:broader :b') + concept('b') + concept('c', '; skos:related :d') + concept('d'),
    'info skos_groups_apart',
    1,
  ],
  ['a status nobody knows', concept('a', '; adms:status <https://elders.nl/zweeft>'), 'warning skos_status_unknown', 1],
  ['no scheme, where there is one', ':a a skos:Concept ; skos:prefLabel "a"@nl .', 'warning skos_in_scheme_missing', 1],
  [
    'no Dutch label',
    ':a a skos:Concept ; skos:inScheme :kader ; skos:prefLabel "a"@en ; skos:definition "b"@en .',
    'info skos_label_not_dutch',
    1,
  ],
  [
    'a label only as a thing of its own',
    ':a a skos:Concept ; skos:inScheme :kader ; <http://www.w3.org/2008/05/skos-xl#prefLabel> [ <http://www.w3.org/2008/05/skos-xl#literalForm> "a"@nl ] .',
    'info skos_label_only_xl',
    1,
  ],
  [
    'a label with a life of its own',
    concept('a', '; skos:scopeNote [ <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> "x"@nl ; dct:created "2020" ]'),
    'info skos_details_dropped',
    1,
  ],
];

describe('what NL-SBB and SKOS ask', () => {
  it.each(RULES)('is said when it is broken: %s', async (_rule, body, code, times) => {
    expect((await turtle(body)).found).toMatchObject({ [code]: times });
  });

  it('is not said of what is right', async () => {
    const { found } = await turtle(
      concept('a', '; skos:topConceptOf :kader ; skos:narrower :b') +
        concept(
          'b',
          '; skos:broader :a ; skos:closeMatch <https://elders.nl/x> ; skos:broadMatch <https://elders.nl/y>',
        ),
    );
    expect(found).toEqual({ 'info skos_mapping_elsewhere': 1 });
  });

  it('is not said of relations as most files have them: from one side, of siblings that are not related, in one whole', async () => {
    const { found } = await turtle(
      concept('a', '; skos:topConceptOf :kader') +
        concept('b', '; skos:broader :a') +
        concept('c', '; skos:broader :a ; skos:related :d') +
        concept('d', '; skos:broader :b') +
        concept('e', '; skos:topConceptOf :kader'),
    );
    expect(found).toEqual({});
    // Two from both sides for one that is not: nobody can tell what the file means to do.
    const two = await turtle(`${FAMILY}${concept('d')}:c skos:narrower :e . ${concept('e')}`);
    expect(two.found).toEqual({});
  });

  it('names the groups of a file that falls apart, the smallest first and the largest not', async () => {
    const chain = (name: string, length: number) =>
      Array.from({ length }, (_, at) => concept(name + at, at === 0 ? '' : `; skos:broader :${name}${at - 1}`)).join(
        '',
      );
    const few = await turtle(chain('x', 3) + chain('y', 5) + chain('z', 4));
    const saying = ({ raws }: typeof few) => raws[0]?.findings.find(({ code }) => code === 'skos_groups_apart');
    expect(saying(few)?.params).toEqual({ count: 3, groups: 'x0, x1, x2 (3); z0, z1, z2, … (4)' });
    const many = await turtle(Array.from({ length: 40 }, (_, at) => chain(`g${at}n`, 2)).join(''));
    expect(String(saying(many)?.params?.groups).split('; ')).toHaveLength(6);
    expect(many.found).toEqual({ 'info skos_groups_apart': 1 });
  });

  it('is found in no time of ten thousand concepts under and beside one', async () => {
    const under = Array.from({ length: 10_000 }, (_, at) =>
      concept(`n${at}`, `; skos:broader :top ; skos:related :spil, :n${(at + 1) % 10_000}`),
    );
    const down = Array.from(
      { length: 9_999 },
      (_, at) => `:top skos:narrower :n${at} . :spil skos:related :n${at} .\n`,
    );
    const graph = new Graph();
    const text = PREFIXES + concept('top') + concept('spil', '; skos:broader :top') + under.join('') + down.join('');
    await parseTurtle(text, graph);
    const started = process.cpuUsage();
    const found = checkSkos(new Vocabulary(graph));
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
    const saidOf = (name: string) =>
      found.of(`https://voorbeeld.nl/id/${name}`).map(({ code, value, params }) => `${code} ${value} ${params?.count}`);
    expect(saidOf('spil')).toEqual(['skos_related_siblings n0 9999', 'skos_relation_one_way top 1']);
    expect(saidOf('n9999')).toEqual(['skos_related_siblings spil 2', 'skos_relation_one_way top 1']);
    expect(saidOf('n5000')).toEqual(['skos_related_siblings n5001 1']);
  }, 60_000);

  it('is said of the file when it has no scheme, or one without a title', async () => {
    const without = await read(
      `@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <urn:a> a skos:Concept ; skos:prefLabel "a"@nl ; skos:definition "b"@nl .`,
      'x.ttl',
    );
    expect(without.found).toMatchObject({ 'warning skos_scheme_missing': 1 });
    const untitled = await turtle(`:ander a skos:ConceptScheme ; skos:prefLabel "Ander"@nl . ${concept('a')}`);
    expect(untitled.found).toMatchObject({ 'warning skos_scheme_untitled': 1 });
  });
});

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const LINES = `<urn:x:a> <${RDF}type> <${SKOS}Concept> .\n<urn:x:a> <${SKOS}prefLabel> "a"@nl .\n<urn:x:a> <${SKOS}definition> "b"@nl .\n`;
const XML = `<rdf:RDF xmlns:rdf="${RDF}" xmlns:skos="${SKOS}"><skos:Concept rdf:about="urn:x:a"><skos:prefLabel xml:lang="nl">a</skos:prefLabel><skos:definition xml:lang="nl">b</skos:definition></skos:Concept></rdf:RDF>`;
const NODE = {
  '@type': 'skos:Concept',
  'skos:prefLabel': { '@value': 'a', '@language': 'nl' },
  'skos:definition': { '@value': 'b', '@language': 'nl' },
};
const EXPANDED = [
  {
    '@id': 'urn:x:a',
    '@type': [`${SKOS}Concept`],
    [`${SKOS}prefLabel`]: [{ '@value': 'a', '@language': 'nl' }],
    [`${SKOS}definition`]: [{ '@value': 'b', '@language': 'nl' }],
  },
];
const LANGUAGE_MAP = {
  '@context': {
    skos: SKOS,
    label: { '@id': 'skos:prefLabel', '@container': '@language' },
    graph: '@graph',
    id: '@id',
    type: '@type',
  },
  graph: [
    {
      id: 'urn:x:a',
      type: 'skos:Concept',
      label: { nl: 'a', en: 'A' },
      'skos:definition': { '@value': 'b', '@language': 'nl' },
    },
  ],
};
const BUNDLED = {
  '@context': 'http://www.w3.org/2004/02/skos/core#',
  '@id': 'urn:x:a',
  '@type': 'Concept',
  prefLabel: { '@value': 'a', '@language': 'nl' },
  definition: { '@value': 'b', '@language': 'nl' },
};

describe('the syntaxes', () => {
  it.each([
    [
      'turtle',
      `@prefix skos: <${SKOS}> .\n<urn:x:a> a skos:Concept ; skos:prefLabel "a"@nl ; skos:definition "b"@nl .`,
    ],
    [
      'turtle',
      `# een kader\nPREFIX skos: <${SKOS}>\n<urn:x:a> a skos:Concept ; skos:prefLabel "a"@nl ; skos:definition "b"@nl .`,
    ],
    [
      'trig',
      `@prefix skos: <${SKOS}> .\n<urn:g> { <urn:x:a> a skos:Concept ; skos:prefLabel "a"@nl ; skos:definition "b"@nl . }`,
    ],
    ['n-triples', LINES],
    ['n-triples', LINES.replaceAll(' .\n', ' <urn:g> .\n')],
    ['rdf-xml', XML],
    ['rdf-xml', `<?xml version="1.0" encoding="UTF-8"?>\n<!-- kader -->\n${XML}`],
    ['json-ld', JSON.stringify({ '@context': { skos: SKOS }, '@graph': [{ '@id': 'urn:x:a', ...NODE }] })],
    ['json-ld', JSON.stringify({ '@context': { skos: SKOS }, '@id': 'urn:x:a', ...NODE }, null, 2)],
    ['json-ld', JSON.stringify(EXPANDED)],
    ['json-ld', JSON.stringify(LANGUAGE_MAP)],
    ['json-ld', JSON.stringify(BUNDLED)],
  ])('are told apart by what is in the file: %s', async (name, text) => {
    for (const fileName of ['zonder naam', 'x.json', 'x.txt', 'x.xml']) {
      const { name: detected, records } = await read(text, fileName);
      expect([detected, records[0]?.content?.term, records[0]?.content?.definition]).toEqual([name, 'a', 'b']);
    }
  });

  it('keep their hands off our own JSON, which may speak of linked data too', async () => {
    const own = {
      schemaVersion: 1,
      term: 'a',
      definition: 'b c',
      extras: { '@id': 'urn:x:a', '@context': { '@graph': 1 } },
    };
    expect((await read(JSON.stringify(own), 'x.json')).name).toBe('json');
  });

  it('may be in an old encoding, where the file says so', async () => {
    const bytes = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${XML.replace('>a<', '>café<')}`, 'latin1');
    const format = detectFormat(bytes, 'x.rdf');
    expect((format ? await readAll(format, bytes) : [])[0]?.fields.term).toBe('café');
  });
});

const BOMB = `<!DOCTYPE rdf:RDF [${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}<!ENTITY a0 "x">]>`;

/** What cannot be read, and the reason that must be given. */
const BAD: [what: string, fileName: string, text: string, code: string][] = [
  ['half a statement', 'x.ttl', '@prefix a: <urn:a> .\na:b a:c', 'rdf_broken'],
  ['a prefix nobody declared', 'x.ttl', '@prefix a: <urn:a> .\nb:c a b:d .', 'rdf_broken'],
  ['a text without an end', 'x.ttl', '@prefix a: <urn:a> .\na:b a:c "d .', 'rdf_broken'],
  ['an element that is not closed', 'x.rdf', XML.slice(0, -30), 'rdf_broken'],
  [
    'a document type',
    'x.rdf',
    `<?xml version="1.0"?><!DOCTYPE rdf:RDF SYSTEM "https://elders.nl/x.dtd">${XML}`,
    'rdf_doctype',
  ],
  [
    'an entity that reads a file',
    'x.rdf',
    `<!-- x --><!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM "file:///etc/passwd">]>${XML.replace('>a<', '>&x;<')}`,
    'rdf_doctype',
  ],
  [
    'a document type behind a comment as long as a file',
    'x.rdf',
    `<?xml version="1.0"?>${' '.repeat(70_000)}<!-- ${'x'.repeat(8_000_000)} --><!DOCTYPE rdf:RDF []>${XML}`,
    'rdf_doctype',
  ],
  ['a billion laughs', 'x.rdf', BOMB + XML.replace('>a<', '>&a9;<'), 'rdf_doctype'],
  ['an entity of nobody', 'x.rdf', XML.replace('>a<', '>&bestaatniet;<'), 'rdf_broken'],
  ['broken JSON', 'x.jsonld', '{"@context": {', 'rdf_broken'],
  [
    'a context elsewhere',
    'x.jsonld',
    JSON.stringify({ '@context': 'https://elders.nl/context.jsonld', '@id': 'urn:x:a' }),
    'rdf_context_remote',
  ],
  [
    'a context elsewhere within one',
    'x.jsonld',
    JSON.stringify({ '@context': [{ '@import': 'https://elders.nl/context.jsonld' }], '@id': 'urn:x:a', a: 1 }),
    'rdf_context_remote',
  ],
  [
    'a context elsewhere for one property',
    'x.jsonld',
    JSON.stringify({
      '@context': { a: { '@id': 'urn:a', '@context': 'http://127.0.0.1:9/c' } },
      '@id': 'urn:x:a',
      a: { b: 1 },
    }),
    'rdf_context_remote',
  ],
  ['endless nesting', 'x.jsonld', `{"@graph": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'rdf_too_deep'],
  ['no concepts', 'x.ttl', '<urn:a> <urn:b> <urn:c> .', 'skos_no_concepts'],
  ['nothing', 'x.ttl', '   \n', 'file_empty'],
];

describe('a file that cannot be read', () => {
  it.each(BAD)('says why: %s', async (_what, fileName, text, code) => {
    const { found } = await read(text, fileName);
    expect(found).toEqual({ [`error ${code}`]: 1 });
  });

  it('says on which line', async () => {
    const { raws } = await read('@prefix a: <urn:a> .\n\na:b a:c a:d ;; ] .', 'x.ttl');
    expect(raws[0]?.findings[0]).toMatchObject({ code: 'rdf_broken', location: { line: 3 } });
  });

  it('may hold no more than a limit says', async () => {
    const bytes = Buffer.from(LINES);
    const format = detectFormat(bytes, 'x.nt');
    if (!format) throw new Error('not recognised');
    const read = async (limits: { maxBytes: number; maxRecords: number }) =>
      countFindings(await readAll(format, bytes, 'x', limits));
    expect(await read({ maxBytes: 10, maxRecords: 10 })).toEqual({ 'error file_too_large': 1 });
    expect(await read({ maxBytes: 10_000, maxRecords: 0 })).toEqual({ 'error too_many_records': 1 });
  });

  it('makes no connection, whatever it refers to', async () => {
    const tried = await waysOut(async () => {
      for (const [, fileName, text] of BAD) await read(text, fileName);
      await read(JSON.stringify(BUNDLED));
    });
    expect(tried).toEqual([]);
  });
});
