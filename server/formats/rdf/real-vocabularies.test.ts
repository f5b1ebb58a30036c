import { DataFactory, type Quad } from 'n3';
import { isomorphic } from 'rdf-isomorphic';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import { detectFormat } from '#server/formats/formats.ts';
import { countFindings, readAll } from '#server/formats/read-for-test.ts';
import { realFile } from '#server/formats/real-files.ts';
import { nlSbbShapes, shapeResults } from '#server/formats/testing/nl-sbb-shapes.ts';
import { quadsOf } from '#server/formats/testing/quads.ts';
import { NL_SBB_VIOLATIONS } from './check-skos.ts';
import { iriOf, NAMESPACES } from './namespaces.ts';
import { parseTurtle } from './parse-turtle.ts';
import { RDF_WRITERS } from './rdf-writers.ts';

const FACTS = { title: 'Proef', application: 'Lexport', organisation: 'Proef', createdAt: '2026-01-31T12:00:00.000Z' };

async function load(name: string) {
  const bytes = await realFile(`skos/${name}`);
  if (!bytes) return null;
  const format = detectFormat(bytes, name);
  const raws = format ? await readAll(format, bytes, name) : [];
  const records = raws.map(checkRecord);
  return { text: Buffer.from(bytes).toString(), format: format?.name, raws, records, found: countFindings(records) };
}

/** What was said of how its concepts hang together. */
const linksOf = (file: NonNullable<Awaited<ReturnType<typeof load>>>) =>
  Object.fromEntries(Object.entries(file.found).filter(([code]) => /_itself|_siblings|_one_way|_apart/.test(code)));

const contentsOf = (file: Awaited<ReturnType<typeof load>>) =>
  new Map((file?.records ?? []).flatMap(({ content }) => (content ? [[content.term, content] as const] : [])));

const REDEFINED = ['aftoppingsgrens', 'beleidswaarde', 'bruto huur', 'huurtoeslag', 'leefbaarheid', 'leegstand'];

/** The properties NL-SBB gives concepts, schemes and source documents. */
const CORE = new RegExp(`^(?:${[NAMESPACES.skos, NAMESPACES.isothes].join('|')})[A-Za-z]+$`);
const ALSO = [iriOf('dct:source'), iriOf('dct:title'), iriOf('foaf:page'), iriOf('adms:status'), iriOf('rdfs:comment')];

/**
 * What NL-SBB itself says in a graph. Sources by the older property, and titles without a language, are taken for what they become
 * on the way; a scheme keeps its title and no more.
 */
function core(quads: readonly Quad[]): Quad[] {
  const schemes = new Set(
    quads.flatMap(({ subject, object }) => (object.value === iriOf('skos:ConceptScheme') ? subject.value : [])),
  );
  return quads.flatMap((quad) => {
    const { subject, object } = quad;
    const property = quad.predicate.value === iriOf('dc:source') ? iriOf('dct:source') : quad.predicate.value;
    const isKind = property === iriOf('rdf:type') && object.value.startsWith(NAMESPACES.skos);
    const isOfScheme = schemes.has(subject.value) && property === iriOf('rdfs:comment');
    if ((!isKind && !CORE.test(property) && !ALSO.includes(property)) || isOfScheme) return [];
    const isPlain = property === iriOf('dct:title') && object.termType === 'Literal' && object.language === '';
    const value = isPlain ? DataFactory.literal(object.value, 'nl') : object;
    return DataFactory.quad(subject, DataFactory.namedNode(property), value);
  });
}

describe('real vocabularies', () => {
  it('netbeheer: 236 concepts, and out again the same core', async () => {
    const file = await load('netbeheer.ttl');
    if (!file) return;
    expect(file.format).toBe('turtle');
    expect(file.records.filter(({ content }) => content !== null)).toHaveLength(236);
    expect(file.found).toEqual({
      'info status_mapped': 236,
      'info skos_groups_apart': 1,
      'info skos_related_siblings': 5,
      'warning category_missing': 236,
      'warning skos_related_clash': 2,
    });
    const before = core(await quadsOf(parseTurtle, file.text));
    expect(before.length).toBeGreaterThan(1_700);
    const records = file.records.flatMap(({ content }) => (content ? { content, meta: null } : []));
    for (const writer of RDF_WRITERS) {
      const bytes = Buffer.concat(await Array.fromAsync(writer.write(records, FACTS)));
      const again = detectFormat(bytes, 'x');
      const raws = again ? await readAll(again, bytes, 'netbeheer.ttl') : [];
      expect(raws.map((raw) => checkRecord(raw).content)).toEqual(file.records.map(({ content }) => content));
      if (writer.extension !== 'ttl') continue;
      expect(isomorphic(before, core(await quadsOf(parseTurtle, bytes.toString())))).toBe(true);
    }
  }, 120_000);

  it('corporatiesector: 60, 60 and 64 concepts; the same, the same and some new ones', async () => {
    const [first, second, third] = await Promise.all(
      ['0.1', '0.2', '0.3'].map((n) => load(`corporatiesector-${n}.ttl`)),
    );
    if (!first || !second || !third) return;
    expect([first, second, third].map(({ records }) => records.length)).toEqual([60, 60, 64]);
    const [one, two, three] = [contentsOf(first), contentsOf(second), contentsOf(third)];
    expect(two).toEqual(one);
    const known = [...three].filter(([term]) => two.has(term));
    expect(known).toHaveLength(55);
    const redefined = known.filter(([term, { definition }]) => two.get(term)?.definition !== definition);
    expect(redefined.map(([term]) => term).sort()).toEqual(REDEFINED);
    expect(linksOf(first)).toEqual({ 'info skos_related_siblings': 2 });
    expect(linksOf(third)).toEqual({ 'info skos_related_siblings': 3, 'info skos_relation_one_way': 2 });
    expect(third.found).toMatchObject({ 'warning skos_labels_overlap': 1, 'warning skos_related_clash': 2 });
  });

  it.each([
    [['netbeheer']],
    [['corporatiesector-0.1']],
    [['corporatiesector-0.3']],
    [['nl-sbb-thesaurus']],
    [['netbeheer', 'corporatiesector-0.1', 'corporatiesector-0.3', 'nl-sbb-thesaurus']],
  ])(
    '%j: out again whole, without a violation of the shapes that it did not come in with',
    async (names) => {
      const shapes = await nlSbbShapes();
      const files = await Promise.all(names.map((name) => load(`${name}.ttl`)));
      if (!shapes) return;
      const violations = async (text: string) =>
        (await shapeResults(shapes, await quadsOf(parseTurtle, text)))
          .filter(({ severity }) => severity === 'Violation')
          .map(({ shape, rule, focus }) => `${shape} ${rule} ${focus.value}`);
      const before = (await Promise.all(files.map((file) => violations(file?.text ?? '')))).flat();
      const contents = files.flatMap((file) => (file?.records ?? []).flatMap(({ content }) => content ?? []));
      const written = RDF_WRITERS[0]?.write(
        contents.map((content) => ({ content, meta: null })),
        FACTS,
      );
      const bytes = Buffer.concat(await Array.fromAsync(written ?? []));
      expect((await violations(bytes.toString())).filter((violation) => !before.includes(violation))).toEqual([]);
      const format = detectFormat(bytes, 'x.ttl');
      const back = format ? await readAll(format, bytes, 'x.ttl') : [];
      expect(back.map((raw) => checkRecord(raw).content)).toEqual(contents);
    },
    60_000,
  );

  it('materials: the same 45 concepts in two syntaxes', async () => {
    const [turtle, xml] = await Promise.all([load('materials.ttl'), load('materials.rdf')]);
    if (!turtle || !xml) return;
    expect([turtle.format, xml.format]).toEqual(['turtle', 'rdf-xml']);
    const fields = (file: typeof turtle) =>
      Object.fromEntries(file.raws.map(({ id, fields: own }) => [id, own] as const));
    expect(Object.keys(fields(turtle))).toHaveLength(45);
    expect(fields(xml)).toEqual(fields(turtle));
    expect(turtle.found).toEqual(xml.found);
    expect(linksOf(turtle)).toEqual({ 'info skos_groups_apart': 1 });
    const apart = turtle.raws[0]?.findings.find(({ code }) => code === 'skos_groups_apart');
    expect(apart?.params).toEqual({
      count: 5,
      groups:
        'gewapend beton, beton (2); pijpaarde, porselein, steengoed, … (4); natuursteen, kwartsiet van Tienen, ' +
        'wommersomkwartsiet, … (7); bladgoud, ijzer, brons, … (13)',
    });
    // They explain their terms, but define none of them.
    expect(turtle.found['error definition_missing']).toBe(45);
    const lead = xml.raws.find(({ fields: { term } }) => term === 'lood');
    expect(lead?.location).toEqual({ file: 'materials.rdf', line: 7 });
  });

  it('the thesaurus of NL-SBB: 43 concepts without a violation', async () => {
    const file = await load('nl-sbb-thesaurus.ttl');
    if (!file) return;
    expect(file.records.filter(({ content }) => content !== null)).toHaveLength(43);
    const codes = file.records.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(codes.filter((code) => NL_SBB_VIOLATIONS.some((violation) => violation === code))).toEqual([]);
    expect(linksOf(file)).toEqual({});
    const term = contentsOf(file).get('topbegrip');
    expect(term).toMatchObject({ language: 'nl', extras: { 'skos:notation': 'TT' } });
    expect(term?.relations.map(({ type, targetTerm }) => `${type} ${targetTerm}`)).toEqual([
      'broader begrip',
      'related taxonomie',
      'related thesaurus',
    ]);
  });

  it('cycle: who is above whom goes round, and that is said of each in it', async () => {
    const file = await load('cycle.ttl');
    if (!file) return;
    expect(file.records).toHaveLength(4);
    const paths = file.raws.map(({ fields: { term }, findings }) => [
      term,
      findings.find(({ code }) => code === 'skos_hierarchy_cycle')?.params?.path,
    ]);
    expect(paths).toEqual([
      ['Top of cycle', undefined],
      ['Concept 2', 'Concept 2 → Concept 2'],
      ['Concept 3', expect.stringContaining('Concept 4')],
      ['Concept 4', expect.stringContaining('Concept 3')],
    ]);
  });

  it('xl: labels that are things of their own are read as labels', async () => {
    const file = await load('xl.ttl');
    expect(file?.records[0]?.content ?? file).toEqual(
      file &&
        expect.objectContaining({ term: 'Concept', definition: 'Unit of thought', synonyms: ['Conceptual entity'] }),
    );
    expect(file?.found ?? {}).toEqual(
      file
        ? {
            'info skos_details_dropped': 1,
            'info skos_label_not_dutch': 1,
            'warning skos_text_expected': 1,
            'warning skos_scheme_missing': 1,
            'warning category_missing': 1,
          }
        : {},
    );
  });

  it('shapes are linked data without a concept in it', async () => {
    const file = await load('skos-ap-nl.shacl.ttl');
    expect(file?.found ?? {}).toEqual(file ? { 'error skos_no_concepts': 1 } : {});
  });
});
