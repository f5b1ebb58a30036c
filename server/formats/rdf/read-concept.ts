import { CONTENT_FIELDS, DEFINITION_STATUSES, type DefinitionStatus } from '#domain/definition.ts';
import type { Finding, Location } from '#domain/finding.ts';
import { readEnum, STATUS_WORDS } from '#domain/record-enums.ts';
import { isUuid } from '#domain/record-links.ts';
import { type Params, preview, type RawRecord } from '#domain/record-raw.ts';
import { restoreExact } from './exact.ts';
import { isBlank, type Literal, type Resource } from './graph.ts';
import { languageTag } from './language-tag.ts';
import { iriOf, isIri, shorten } from './namespaces.ts';
import { inOrder, itself, type Ordering, readOrdering } from './ordering.ts';
import { BASE_IRI } from './parse.ts';
import { EXAMPLES, OWN_IRI, OWN_LISTS, OWN_VALUES, RELATION_PROPERTIES, SPECIAL_RELATIONS } from './properties.ts';
import { readRelations, relationKey } from './read-relations.ts';
import { readSources, sourceKey } from './read-sources.ts';
import { meansSame, statusIri, statusOf } from './statuses.ts';
import { uuidV5 } from './uuid-v5.ts';
import { asValue, literal, sortedSet, toJson, type Value } from './value.ts';
import { joinNotes, pickText, rank, type Vocabulary } from './vocabulary.ts';

type Reading = {
  vocabulary: Vocabulary;
  concept: Resource;
  language: string;
  ordering: Ordering;
  fields: Record<string, unknown>;
  extras: Record<string, unknown>;
  note: (code: string, severity: Finding['severity'], field: string, value?: string, params?: Params) => void;
};

const LITERAL_NAMES: readonly string[] = [...OWN_LISTS, ...OWN_VALUES].map(([name]) => name);
/** Properties that are read into fields; what is left of them is kept under their own names. */
const READ = new Set([
  ...LITERAL_NAMES,
  ...EXAMPLES.map(([name]) => name),
  ...Object.values(RELATION_PROPERTIES),
  ...SPECIAL_RELATIONS.map(([name]) => name),
  ...(
    'rdf:type skos:prefLabel skos:altLabel skos:definition skos:scopeNote skos:inScheme skos:topConceptOf ' +
    'skosxl:prefLabel skosxl:altLabel skosxl:hiddenLabel dct:source dc:source adms:status lx:id lx:version lx:language ' +
    'lx:status lx:synonym lx:caseReference lx:legalMetadata lx:relation lx:order lx:exact lx:extras'
  ).split(' '),
]);

/** One concept as a record. Fields that it does not speak of are absent, unless the file is one of ours, which says everything. */
export function readConcept(vocabulary: Vocabulary, concept: Resource, file: Location): RawRecord {
  const { graph } = vocabulary;
  const line = graph.lines.get(concept);
  const location: Location = line === undefined ? file : { ...file, line };
  const findings: Finding[] = [];
  const own = (name: 'lx:id' | 'lx:version' | 'lx:order' | 'lx:exact') => graph.literals(concept, iriOf(name))[0]?.text;
  const said = vocabulary.languageOf(concept);
  const reading: Reading = {
    vocabulary,
    concept,
    language: languageTag(said) || 'nl',
    ordering: readOrdering(own('lx:order')),
    fields: {},
    extras: {},
    note: (code, severity, field, value, params) =>
      findings.push({
        code,
        severity,
        field,
        location,
        ...(value ? { value: preview(value) } : {}),
        ...(params && { params }),
      }),
  };
  const id = own('lx:id')?.toLowerCase();
  if (said) reading.fields.language = said;
  if (!isBlank(concept) && !concept.startsWith(OWN_IRI) && concept !== `urn:uuid:${id}`)
    reading.extras['@id'] = concept;
  readTexts(reading);
  readOwn(reading);
  readStatus(reading);
  readSourcesOf(reading);
  readRelationsOf(reading);
  readMemberships(reading);
  readRest(reading);
  if (Object.keys(reading.extras).length > 0) reading.fields.extras = reading.extras;
  const exact = own('lx:exact');
  if (exact !== undefined) restoreExact(reading.fields, objectOf(exact));
  if (id) clearTheRest(reading.fields);
  // One of ours says which cases it refers to, also when it does not say which definition it is.
  else if (isWrittenByUs(reading)) reading.fields.caseReferences ??= [];
  const version = Number(own('lx:version') ?? '');
  return {
    fields: reading.fields,
    location,
    findings,
    id: idOf(concept, id),
    version: Number.isInteger(version) && version > 0 && version < 2 ** 31 ? version : null,
  };
}

/** A concept that has a name in the world is the same one whenever it comes: its id is made from that name. */
function idOf(concept: Resource, id: string | undefined): string | null {
  if (id && isUuid(id)) return id;
  const named = /^urn:uuid:(.*)$/i.exec(concept)?.[1];
  if (named && isUuid(named)) return named.toLowerCase();
  const isName = isIri(concept) && !concept.startsWith(BASE_IRI) && !concept.startsWith(OWN_IRI);
  return isName ? uuidV5(concept) : null;
}

function isWrittenByUs({ vocabulary: { graph }, concept }: Reading): boolean {
  return graph.values(concept, iriOf('lx:status')).length > 0;
}

function clearTheRest(fields: Record<string, unknown>): void {
  // The language and the closed lists have no empty value.
  for (const field of CONTENT_FIELDS) if (field !== 'language') fields[field] ??= null;
}

function readTexts(reading: Reading): void {
  const { fields, vocabulary, concept } = reading;
  const term = takeOne(reading, 'skos:prefLabel', 'term');
  if (term !== null) fields.term = term;
  const definition = takeOne(reading, 'skos:definition', 'definition');
  if (definition !== null) fields.definition = definition;
  const others = vocabulary.graph.literals(concept, iriOf('lx:synonym')).map(({ text }) => text);
  const synonyms = [...takeAll(reading, 'skos:altLabel'), ...others];
  if (synonyms.length > 0) fields.synonyms = inOrder(reading.ordering, 'synonyms', synonyms, itself);
  const notes = sortedSet(takeAll(reading, 'skos:scopeNote'), itself);
  if (notes.length > 0) fields.explanation = joinNotes(notes);
  // Several become one text here; they are kept to be several again.
  if (notes.length > 1) keep(reading, 'skos:scopeNote', vocabulary.texts(concept, iriOf('skos:scopeNote')));
  const hidden = vocabulary.texts(concept, iriOf('skos:hiddenLabel'));
  if (hidden.length > 0) keep(reading, 'skos:hiddenLabel', hidden);
  if (hasDetails(reading)) reading.note('skos_details_dropped', 'info', 'term');
}

/** The text of a property in the language of the concept; other languages are kept. */
function takeOne(reading: Reading, name: 'skos:prefLabel' | 'skos:definition', field: string): string | null {
  const texts = reading.vocabulary.texts(reading.concept, iriOf(name));
  const picked = pickText(texts, reading.language);
  if (!picked) return null;
  if (rank(picked.language, reading.language) > 2) {
    reading.note('skos_other_language', 'warning', field, picked.text, { language: picked.language });
  }
  keep(
    reading,
    name,
    texts.filter((text) => text !== picked),
  );
  return picked.text;
}

/** The texts of a property in the language of the concept, or in none. */
function takeAll(reading: Reading, name: `skos:${string}` | `lx:${string}`): string[] {
  const texts = reading.vocabulary.texts(reading.concept, iriOf(name));
  const isOurs = ({ language }: Literal) => rank(language, reading.language) <= 2;
  keep(
    reading,
    name,
    texts.filter((text) => !isOurs(text)),
  );
  return texts.filter((literal) => isOurs(literal) && literal.text.trim() !== '').map(({ text }) => text);
}

function keep(reading: Reading, name: string, values: readonly Value[]): void {
  if (values.length > 0) reading.extras[name] = toJson(name, values, reading.language);
}

/** Whether a label or a note is a thing of its own that says more than its text. */
function hasDetails({ vocabulary: { graph }, concept }: Reading): boolean {
  for (const [property, values] of graph.nodes.get(concept) ?? []) {
    if (values.every((value) => typeof value !== 'string')) continue;
    const isXl = shorten(property).startsWith('skosxl:');
    const least = isXl ? 'skosxl:literalForm' : 'rdf:value';
    for (const value of values) {
      if (typeof value !== 'string' || graph.values(value, iriOf(least)).length === 0) continue;
      for (const name of graph.nodes.get(value)?.keys() ?? []) {
        if (name !== iriOf(least) && name !== iriOf('rdf:type') && !shorten(property).startsWith('lx:')) return true;
      }
    }
  }
  return false;
}

function readOwn(reading: Reading): void {
  const { vocabulary, concept, fields, ordering } = reading;
  const { graph } = vocabulary;
  const texts = (name: `lx:${string}`) => graph.literals(concept, iriOf(name)).map(({ text }) => text);
  for (const [name, field] of OWN_VALUES) {
    const [text] = texts(name as 'lx:category');
    if (text !== undefined) fields[field] = text;
  }
  for (const [name, field] of OWN_LISTS) {
    const found = texts(name as 'lx:antonym');
    if (found.length > 0) fields[field] = inOrder(ordering, field, found, itself);
  }
  const examples: Record<string, string[]> = {};
  for (const [name, kind] of EXAMPLES) {
    const found = takeAll(reading, name);
    if (found.length > 0) examples[kind] = inOrder(ordering, kind, found, itself);
  }
  if (Object.keys(examples).length > 0) fields.examples = examples;
  readPairs(reading);
  for (const json of texts('lx:extras')) Object.assign(reading.extras, objectOf(json));
}

function readPairs({ vocabulary: { graph }, concept, fields, ordering }: Reading): void {
  const pairs = (name: `lx:${string}`, key: `lx:${string}` | `rdfs:${string}`) =>
    graph
      .resources(concept, iriOf(name))
      .map((node): [string, string] => [
        graph.literals(node, iriOf(key))[0]?.text ?? '',
        graph.literals(node, iriOf('rdf:value'))[0]?.text ?? '',
      ]);
  const references = pairs('lx:caseReference', 'lx:kind');
  if (references.length > 0) {
    const sorted = inOrder(ordering, 'caseReferences', references, JSON.stringify);
    fields.caseReferences = sorted.map(([kind, value]) => ({ kind, value }));
  }
  const metadata = pairs('lx:legalMetadata', 'rdfs:label');
  if (metadata.length > 0) fields.legalMetadata = Object.fromEntries(metadata);
}

function objectOf(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** A status of another register that we know stands for one of ours; one that we do not know is kept, and that is said. */
function readStatus(reading: Reading): void {
  const { vocabulary, concept, fields } = reading;
  const [own] = vocabulary.graph.literals(concept, iriOf('lx:status'));
  const exact = DEFINITION_STATUSES.find((status) => status === own?.text);
  const [given] = vocabulary.graph.values(concept, iriOf('adms:status'));
  if (given === undefined) {
    if (exact) fields.status = exact;
    return;
  }
  if (typeof given !== 'string') {
    if (readEnum(STATUS_WORDS, given.text).known) fields.status = given.text;
    else {
      reading.note('skos_status_unknown', 'warning', 'status', given.text);
      keep(reading, 'adms:status', [given]);
    }
    return;
  }
  const mapped = statusOf(given);
  if (exact && meansSame(given, exact)) fields.status = exact;
  else if (mapped) {
    fields.status = mapped;
    reading.note('status_mapped', 'info', 'status', given, { mapped });
  } else reading.note('skos_status_unknown', 'warning', 'status', given);
  if (given !== statusIri((fields.status as DefinitionStatus | undefined) ?? 'draft'))
    keep(reading, 'adms:status', [{ iri: given }]);
}

function readSourcesOf(reading: Reading): void {
  const { vocabulary, concept, fields, ordering, language } = reading;
  const { sources, legalBasis, documents } = readSources(vocabulary, concept, language);
  if (sources.length > 0) fields.sources = inOrder(ordering, 'sources', sources, sourceKey);
  if (legalBasis.length > 0) fields.legalBasis = inOrder(ordering, 'legalBasis', legalBasis, itself);
  const kept = reading.extras['dct:source'];
  const all = sortedSet([...documents, ...(Array.isArray(kept) ? kept : [])], JSON.stringify);
  if (all.length > 0) reading.extras['dct:source'] = all;
}

function readRelationsOf(reading: Reading): void {
  const { vocabulary, concept, fields, ordering } = reading;
  const { relations, elsewhere, unknown } = readRelations(vocabulary, concept);
  if (relations.length > 0) fields.relations = inOrder(ordering, 'relations', relations, relationKey);
  for (const [name, values] of elsewhere) keep(reading, name, values);
  for (const target of unknown.slice(0, 5)) {
    const isKnown = vocabulary.graph.nodes.has(target);
    const isNoConcept = isKnown && !vocabulary.isConcept(target);
    reading.note(
      isNoConcept ? 'skos_relation_to_non_concept' : 'skos_target_elsewhere',
      isNoConcept ? 'warning' : 'info',
      'relations',
      target,
    );
  }
  const isInstance = relations.some(({ type }) => type === 'instance_of');
  if (isInstance && fields.category === undefined) {
    fields.category = 'exemplaar';
    reading.note('skos_category_derived', 'info', 'category');
  }
}

/** What a concept is part of, with the names of that; our own files say it otherwise. */
function readMemberships(reading: Reading): void {
  const { vocabulary, concept, extras, language } = reading;
  const named = (resources: readonly Resource[], name: 'dct:title' | 'skos:prefLabel' | null) => {
    const foreign = resources.filter((resource) => !resource.startsWith(OWN_IRI) && !isBlank(resource));
    const shown = foreign.map((iri) => {
      const title = name && vocabulary.titleOf(iri, language);
      return { '@id': iri, ...(title ? { [name as string]: title } : {}) };
    });
    return sortedSet(shown, JSON.stringify);
  };
  const memberships: [string, unknown[]][] = [
    ['skos:inScheme', named(vocabulary.schemesOf(concept), 'dct:title')],
    ['skos:topConceptOf', named(vocabulary.topOf(concept), null)],
    ['skos:Collection', named(vocabulary.collectionsOf(concept), 'skos:prefLabel')],
  ];
  for (const [name, values] of memberships)
    if (values.length > 0) extras[name] = values.length === 1 ? values[0] : values;
}

function readRest(reading: Reading): void {
  const { vocabulary, concept } = reading;
  for (const [property, terms] of vocabulary.graph.nodes.get(concept) ?? []) {
    const name = shorten(property);
    if (name === 'rdf:type') {
      const others = terms.filter((term) => term !== iriOf('skos:Concept'));
      keep(
        reading,
        name,
        others.flatMap((term) => asValue(vocabulary.graph, term) ?? []),
      );
    }
    if (READ.has(name) || name === 'skos:hiddenLabel') continue;
    const values = terms.flatMap((term) => noteText(vocabulary, term) ?? asValue(vocabulary.graph, term) ?? []);
    keep(reading, name, values);
  }
}

/** The text of a note that is a thing of its own. */
function noteText({ graph }: Vocabulary, term: Literal | Resource): Value | null {
  if (typeof term !== 'string') return null;
  const [text] = graph.literals(term, iriOf('rdf:value'));
  return text ? literal(text.text, text.language, text.datatype) : null;
}
