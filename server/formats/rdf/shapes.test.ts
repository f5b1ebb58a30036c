import { Store, type Term } from 'n3';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import { findingText } from '#domain/finding-texts.ts';
import { readAll } from '#server/formats/read-for-test.ts';
import { realFile } from '#server/formats/real-files.ts';
import {
  localName,
  nlSbbShapes,
  SH,
  type ShapeResult,
  type Shapes,
  shapeResults,
} from '#server/formats/testing/nl-sbb-shapes.ts';
import { quadsOf } from '#server/formats/testing/quads.ts';
import { iriOf, NAMESPACES } from './namespaces.ts';
import { parseTurtle } from './parse-turtle.ts';
import { RDF_FORMATS } from './rdf.ts';

const [TURTLE] = RDF_FORMATS;
const PREFIXES = Object.entries(NAMESPACES).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`);
const BASE = 'https://voorbeeld.nl/id/';
const HEAD = `${PREFIXES.join('')}@prefix : <${BASE}> .\n:kader a skos:ConceptScheme ; dct:title "Kader"@nl ; skos:hasTopConcept :top .\n`;

let shapes: Shapes | null = null;

beforeAll(async () => {
  shapes = await nlSbbShapes();
});

const MAPPING = /^Concept-(?:exact|close|related|broad|narrow)Match$/;
const TEXT = /^Concept-(?:\w+Label|label|definition|comment|example|\w+Note)$/;
const FIXED: Readonly<Record<string, string>> = {
  'Concept-definition MinCount': 'definition_missing',
  'Concept-prefLabel MinCount': 'term_missing',
  'Concept-prefLabel UniqueLang': 'skos_pref_label_several',
  'Concept-source NodeKind': 'skos_source_text',
  'Collection-label MinCount': 'skos_collection_untitled',
  'ConceptScheme-label MinCount': 'skos_scheme_untitled',
  'DisjointConceptAndConceptScheme Sparql': 'skos_class_clash',
  'DisjointConceptSchemeAndCollection Sparql': 'skos_scheme_is_collection',
  'MappingRelationsMisuse Sparql': 'skos_mapping_inside_scheme',
  'UnambiguousNotations Sparql': 'skos_notation_shared',
  'UniquePreflabelWithinConceptScheme Sparql': 'skos_pref_label_shared',
  'TopConceptHavingBroader Sparql': 'skos_top_concept_broader',
  'OrphanConcept Sparql': 'skos_orphan',
};

/** What of ours says the same as a result of the shapes, and of what it says so. */
function ourWord(result: ShapeResult, store: Store): string[] {
  const { shape, rule, focus, value } = result;
  const at = (code: string, of: Term | string = focus) => [`${typeof of === 'string' ? of : of.value} ${code}`];
  const fixed = FIXED[`${shape} ${rule}`];
  const isThere = value !== null && store.countQuads(value, null, null, null) > 0;
  const isConcept = (term: Term) => store.countQuads(term, iriOf('rdf:type'), iriOf('skos:Concept'), null) > 0;
  const isTaken = (term: Term) =>
    !isConcept(term) &&
    store.countQuads(term, iriOf('rdf:type'), null, null) === 0 &&
    store.countQuads(term, iriOf('skos:prefLabel'), null, null) > 0;
  // The profile does not know that a part or a kind is a relation too.
  if (shape === 'OrphanConcept' && isAmongKinds(focus, store)) return [];
  if (fixed) return at(fixed);
  if (shape === 'DisjointConceptAndCollection')
    return at(isConcept(focus) ? 'skos_class_clash' : 'skos_relation_from_non_concept');
  if (shape === 'SemanticRelations') {
    if (isTaken(focus)) return at('skos_type_missing');
    const isSubject = [
      ...'broader narrower related'.split(' '),
      ...'exact close related broad narrow'.split(' ').map((one) => `${one}Match`),
    ].some((name) => store.countQuads(focus, NAMESPACES.skos + name, null, null) > 0);
    // Of what is only referred to, those that refer to it speak.
    return isSubject ? at('skos_relation_from_non_concept') : [];
  }
  if (shape.startsWith('SourceDocument-')) {
    const isText = focus.termType === 'Literal';
    const code = isText
      ? 'skos_source_text'
      : shape === 'SourceDocument-label'
        ? 'skos_source_untitled'
        : 'skos_source_properties';
    return store.getSubjects(iriOf('dct:source'), focus, null).flatMap((concept) => at(code, concept));
  }
  if (shape === 'Concept-source') return [];
  if (shape === 'Collection-member') return at('skos_member_unknown', shown(value));
  if (shape === 'ConceptScheme-hasTopConcept')
    return value && isTaken(value) ? at('skos_type_missing', value) : at('skos_top_concept_unknown', shown(value));
  if (/^(?:Collection|ConceptScheme)-/.test(shape)) return at('skos_scheme_untagged');
  const isPlain = value?.termType === 'Literal';
  if (TEXT.test(shape)) {
    if (rule === 'Disjoint') return at('skos_labels_overlap');
    return at(isPlain && rule === 'Datatype' ? 'skos_language_missing' : 'skos_text_expected');
  }
  if (rule === 'NodeKind' || isPlain) return at('skos_target_unnamed');
  if (shape === 'Concept-inScheme' || shape === 'Concept-topConceptOf') return at('skos_scheme_not_declared');
  if (rule === 'Disjoint') return at(MAPPING.test(shape) ? 'skos_mapping_clash' : 'skos_related_clash');
  if (value && isTaken(value)) return at('skos_type_missing', value);
  if (isThere) return at('skos_relation_to_non_concept');
  return at(MAPPING.test(shape) ? 'skos_mapping_elsewhere' : 'skos_target_elsewhere');
}

/** What the profile asks beyond its shapes, or SKOS does, and what is about our own reading. */
const NOT_OF_SHAPES = new Set([
  'skos_scheme_missing',
  'skos_in_scheme_missing',
  'skos_label_not_dutch',
  'skos_label_empty',
  'skos_language_invalid',
  'skos_other_language',
  'skos_hierarchy_cycle',
  'skos_relation_to_itself',
  'skos_related_siblings',
  'skos_relation_one_way',
  'skos_groups_apart',
  'skos_status_unknown',
  'skos_category_derived',
  'skos_details_dropped',
]);

async function ourFindings(text: string): Promise<Set<string>> {
  if (!TURTLE) throw new Error('No reader');
  const raws = await readAll(TURTLE, text, 'x.ttl');
  const said = raws.flatMap((raw) => {
    const extras = (raw.fields.extras ?? {}) as Record<string, unknown>;
    return checkRecord(raw).findings.flatMap(({ code, field, value }) => {
      const isOurs =
        (code.startsWith('skos_') && !NOT_OF_SHAPES.has(code)) || /^(?:term|definition)_missing$/.test(code);
      return isOurs ? `${field === undefined ? value : extras['@id']} ${code}` : [];
    });
  });
  return new Set(said);
}

async function bothOf(
  text: string,
): Promise<{ theirs: Set<string>; ours: Set<string>; results: ShapeResult[] } | null> {
  if (!shapes) return null;
  const quads = await quadsOf(parseTurtle, text);
  const store = new Store(quads);
  const results = await shapeResults(shapes, quads);
  return {
    theirs: new Set(results.flatMap((result) => ourWord(result, store))),
    ours: await ourFindings(text),
    results,
  };
}

const concept = (name: string, more = '') =>
  `:${name} a skos:Concept ; skos:inScheme :kader ; skos:prefLabel "${name}"@nl ; skos:definition "zaak die ${name} heet"@nl ${more} .\n`;
const TOP = concept('top', '; skos:narrower :a');
const a = (more: string) => HEAD + TOP + concept('a', more);
const with_ = (body: string) => HEAD + TOP + concept('a') + body;

const TEXTS = 'altLabel hiddenLabel definition scopeNote changeNote editorialNote historyNote example'.split(' ');
const RELATIONS = [
  ...'broader narrower related'.split(' ').map((name) => `skos:${name}`),
  ...'broaderGeneric narrowerGeneric broaderPartitive narrowerPartitive broaderInstantial narrowerInstantial'
    .split(' ')
    .map((name) => `isothes:${name}`),
];
const MATCHES = 'exact close related broad narrow'.split(' ').map((name) => `skos:${name}Match`);
const LINKS = [...RELATIONS, ...MATCHES];

const GRAPHS: [name: string, text: string][] = [
  ['nothing wrong', a('')],
  ['no definition', with_(':b a skos:Concept ; skos:inScheme :kader ; skos:prefLabel "b"@nl ; skos:broader :a .')],
  ['no term', with_(':b a skos:Concept ; skos:inScheme :kader ; skos:definition "b"@nl ; skos:broader :a .')],
  ['a term without a language', a('; skos:prefLabel "aa"')],
  ['a term that is a thing', a('; skos:prefLabel [ rdf:value "aa"@en ]')],
  ['two terms in a language', a('; skos:prefLabel "aa"@nl')],
  ['a term in several languages', a('; skos:prefLabel "aa"@en, "aaa"@de')],
  ['a name without a language', a('; rdfs:label "aa"')],
  ['a comment without a language', a('; rdfs:comment "aa"')],
  ['a comment that is a thing', a('; rdfs:comment [ rdf:value "aa"@nl ]')],
  ['a name that is a thing', a('; rdfs:label [ rdf:value "aa"@nl ]')],
  ...TEXTS.flatMap((name): [string, string][] => [
    [`${name} without a language`, a(`; skos:${name} "aa"`)],
    [`${name} that is a number`, a(`; skos:${name} 5`)],
    [`${name} that is a thing`, a(`; skos:${name} [ rdf:value "aa"@nl ]`)],
    [`${name} as it should be`, a(`; skos:${name} "aa"@nl`)],
  ]),
  ['the term as an alternative', a('; skos:altLabel "a"@nl')],
  ['the term as a hidden one', a('; skos:hiddenLabel "a"@nl')],
  ['an alternative as a hidden one', a('; skos:altLabel "b"@nl ; skos:hiddenLabel "b"@nl')],
  ['the same word in two languages', a('; skos:altLabel "a"@en')],
  ...LINKS.flatMap((name): [string, string][] => [
    [`${name} to a text`, a(`; ${name} "b"`)],
    [`${name} to something without a name`, a(`; ${name} [ rdfs:seeAlso :x ]`)],
    [`${name} to what is not there`, a(`; ${name} <https://elders.nl/x>`)],
    [`${name} to a scheme`, a(`; ${name} :kader`)],
    [
      `${name} to what does not say that it is a concept`,
      `${a(`; ${name} :b`)}:b skos:prefLabel "b"@nl ; skos:definition "bb"@nl .`,
    ],
    [`${name} of a scheme`, `${with_('')}:kader ${name} :a .`],
  ]),
  ...RELATIONS.map((name): [string, string] => [`${name} as it should be`, a(`; ${name} :b`) + concept('b')]),
  ...MATCHES.flatMap((one, index) =>
    MATCHES.slice(index + 1).map((other): [string, string] => [
      `${one} and ${other} to the same`,
      a(`; ${one} <https://elders.nl/x> ; ${other} <https://elders.nl/x>`),
    ]),
  ),
  ['related and broader', a('; skos:broader :b ; skos:related :b') + concept('b')],
  ['related and narrower', a('; skos:narrower :b ; skos:related :b') + concept('b')],
  ['related and broader of what is elsewhere', a('; skos:broader <urn:x:y> ; skos:related <urn:x:y>')],
  ...['inScheme', 'topConceptOf'].flatMap((name): [string, string][] => [
    [`${name} a text`, a(`; skos:${name} "b"`)],
    [`${name} something without a name`, a(`; skos:${name} [ a skos:ConceptScheme ; dct:title "b"@nl ]`)],
    [`${name} what is not there`, a(`; skos:${name} :weg`)],
    [`${name} a collection`, `${a(`; skos:${name} :c`)}:c a skos:Collection ; skos:prefLabel "c"@nl .`],
  ]),
  ['a mapping inside the scheme', a('; skos:exactMatch :b') + concept('b', '; skos:broader :a')],
  [
    'a mapping to another scheme',
    `${a('; skos:exactMatch :b')}:ander a skos:ConceptScheme ; dct:title "Ander"@nl ; skos:hasTopConcept :b . :b a skos:Concept ; skos:inScheme :ander ; skos:prefLabel "b"@nl ; skos:definition "bb"@nl .`,
  ],
  ['a code twice', a('; skos:notation "1"') + concept('b', '; skos:notation "1" ; skos:broader :a')],
  ['a code in two kinds', a('; skos:notation "1"') + concept('b', '; skos:notation 1 ; skos:broader :a')],
  ['a term twice', a('') + concept('b', '; skos:prefLabel "a"@nl ; skos:broader :a')],
  ['a top concept with something above it', a('; skos:topConceptOf :kader ; skos:broader :top')],
  ['nothing around it', a('') + concept('b')],
  ['a top concept that is not there', `${with_('')}:kader skos:hasTopConcept :weg .`],
  ['a top concept that is a text', `${with_('')}:kader skos:hasTopConcept "weg" .`],
  ['a top concept without a name', `${with_('')}:kader skos:hasTopConcept [ rdfs:seeAlso :x ] .`],
  ['a scheme without a title', `${with_('')}:ander a skos:ConceptScheme .`],
  ['a scheme with a title in no language', `${with_('')}:ander a skos:ConceptScheme ; dct:title "x" .`],
  ['a scheme with a title that is a thing', `${with_('')}:ander a skos:ConceptScheme ; dct:title :x .`],
  ['a scheme with a comment in no language', `${with_('')}:kader rdfs:comment "x" .`],
  ['a collection without a name', `${with_('')}:c a skos:Collection ; skos:member :a .`],
  ['a collection with a name in no language', `${with_('')}:c a skos:Collection ; skos:prefLabel "c" .`],
  ['a collection with a name that is a thing', `${with_('')}:c a skos:Collection ; skos:prefLabel :x .`],
  [
    'a collection with a comment in no language',
    `${with_('')}:c a skos:Collection ; skos:prefLabel "c"@nl ; rdfs:comment "x" .`,
  ],
  [
    'a collection of what is not there',
    `${with_('')}:c a skos:Collection ; skos:prefLabel "c"@nl ; skos:member :weg .`,
  ],
  ['a collection of a text', `${with_('')}:c a skos:Collection ; skos:prefLabel "c"@nl ; skos:member "weg" .`],
  [
    'a collection of a collection',
    `${with_('')}:c a skos:Collection ; skos:prefLabel "c"@nl ; skos:member :d . :d a skos:Collection ; skos:prefLabel "d"@nl .`,
  ],
  ['a source that is a text', a('; dct:source "Wetboek"')],
  ['a source that is only an address', a('; dct:source <https://wetten.overheid.nl/BWBR0001854>')],
  [
    'a source with all it may have',
    a(
      '; dct:source [ dct:title "Wet"@nl ; rdfs:comment "Over straf"@nl ; foaf:page <https://elders.nl/x> ; dct:bibliographicCitation "art. 1 Sr" ]',
    ),
  ],
  ['a source with a title in no language', a('; dct:source [ dct:title "Wet" ]')],
  ['a source with a comment in no language', a('; dct:source [ dct:title "Wet"@nl ; rdfs:comment "x" ]')],
  ['a source with a comment that is a thing', a('; dct:source [ dct:title "Wet"@nl ; rdfs:comment :x ]')],
  ['a source with a page that is a text', a('; dct:source [ dct:title "Wet"@nl ; foaf:page "x" ]')],
  [
    'a source with a citation in a language',
    a('; dct:source [ dct:title "Wet"@nl ; dct:bibliographicCitation "x"@nl ]'),
  ],
  ['a source with a citation that is a thing', a('; dct:source [ dct:title "Wet"@nl ; dct:bibliographicCitation :x ]')],
  [
    'a source of two concepts',
    `${a('; dct:source :wet')}${concept('b', '; skos:broader :a ; dct:source :wet')}:wet foaf:page "x" .`,
  ],
  ['a concept that is a scheme', `${with_('')}:a a skos:ConceptScheme ; dct:title "x"@nl .`],
  ['a concept that is a collection', `${a('; skos:broader :b')}${concept('b')}:a a skos:Collection .`],
  ['a collection with a relation', `${with_('')}:c a skos:Collection ; skos:prefLabel "c"@nl ; skos:broader :a .`],
];

const REAL = 'netbeheer corporatiesector-0.1 corporatiesector-0.2 corporatiesector-0.3 materials nl-sbb-thesaurus cycle'
  .split(' ')
  .map((name) => `${name}.ttl`);

/** What the profile's own file says there is to break, as `shape rule`. */
function everyRule({ all, rules }: Shapes): string[] {
  const constraints = [
    ['datatype', 'Datatype'],
    ['nodeKind', 'NodeKind'],
    ['class', 'Class'],
    ['minCount', 'MinCount'],
    ['disjoint', 'Disjoint'],
    ['uniqueLang', 'UniqueLang'],
    ['or', 'Or'],
    ['node', 'Node'],
  ];
  const ofProperties = constraints.flatMap(([property, rule]) =>
    all
      .getSubjects(`${SH}${property}`, null, null)
      .filter(({ termType }) => termType === 'NamedNode')
      .map((shape) => `${localName(shape)} ${rule}`),
  );
  return [...new Set([...ofProperties, ...rules.map(({ name }) => `${name} Sparql`)])];
}

describe('what we say of a vocabulary and what the shapes of NL-SBB say', () => {
  it.each(GRAPHS)('is the same: %s', async (_name, text) => {
    const both = await bothOf(text);
    expect([...(both?.ours ?? [])].sort()).toEqual([...(both?.theirs ?? [])].sort());
  });

  it.each(REAL)('is the same of a real vocabulary: %s', { timeout: 60_000 }, async (name) => {
    const bytes = await realFile(`skos/${name}`);
    const both = await bothOf(bytes ? Buffer.from(bytes).toString() : HEAD);
    // SKOS also forbids to be related to what is further above; the profile looks one step up.
    const further = [...(both?.ours ?? [])].filter((said) => said.endsWith(' skos_related_clash'));
    expect([...(both?.ours ?? [])].sort()).toEqual([...new Set([...(both?.theirs ?? []), ...further])].sort());
  });

  it('leaves no shape out: each of them finds something in at least one of these', { timeout: 60_000 }, async () => {
    if (!shapes) return;
    const broken = new Set<string>();
    for (const [, text] of GRAPHS) {
      for (const { shape, rule } of (await bothOf(text))?.results ?? []) broken.add(`${shape} ${rule}`);
    }
    expect(everyRule(shapes).filter((rule) => !broken.has(rule))).toEqual([]);
  });

  it('tells violations from warnings, as they do', { timeout: 60_000 }, async () => {
    if (!shapes) return;
    const severities = new Map<string, Set<string>>();
    for (const [, text] of GRAPHS) {
      const quads = await quadsOf(parseTurtle, text);
      for (const result of await shapeResults(shapes, quads)) {
        for (const word of ourWord(result, new Store(quads))) {
          const code = word.split(' ').at(-1) ?? '';
          severities.set(code, (severities.get(code) ?? new Set()).add(result.severity));
        }
      }
    }
    const saysSo = (code: string) => findingText({ code }, 'nl').advice.startsWith('NL-SBB noemt dit een overtreding.');
    // Without a definition nothing comes in at all.
    const ofVocabularies = [...severities].filter(([code]) => code.startsWith('skos_'));
    const [always, never] = [
      ofVocabularies.filter(([, said]) => said.size === 1 && said.has('Violation')).map(([code]) => code),
      ofVocabularies.filter(([, said]) => !said.has('Violation')).map(([code]) => code),
    ];
    expect(always.length).toBeGreaterThan(4);
    expect(always.filter((code) => !saysSo(code))).toEqual([]);
    expect(never.filter(saysSo)).toEqual([]);
  });
});

function isAmongKinds(concept: Term, store: Store): boolean {
  const all = [...store.getQuads(concept, null, null, null), ...store.getQuads(null, null, concept, null)];
  return all.some(({ predicate }) => predicate.value.startsWith(NAMESPACES.isothes));
}

/** What has no name is shown as Turtle writes it. */
function shown(value: Term | null): string {
  return value?.termType === 'BlankNode' ? '[ ]' : (value?.value ?? '');
}
