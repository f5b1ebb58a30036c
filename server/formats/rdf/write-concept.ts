import type { DefinitionContent, Source } from '#domain/definition.ts';
import { findLegalIdentifiers } from '#domain/legal-identifiers.ts';
import { legalLink } from '#domain/legal-links.ts';
import type { WriteRecord } from '#server/formats/format.ts';
import { Properties, type Subject, typed } from './concept-properties.ts';
import { jsonText } from './exact.ts';
import { languageTag } from './language-tag.ts';
import { iriOf, isIri } from './namespaces.ts';
import { itself, type Ordering, unordered } from './ordering.ts';
import { EXAMPLES, OWN_LISTS, OWN_VALUES } from './properties.ts';
import { relationKey } from './read-relations.ts';
import { sourceKey } from './read-sources.ts';
import { meansSame, statusIri } from './statuses.ts';
import { fromJson, literal, type Value } from './value.ts';
import { isExplanation, type SplitExtras, splitExtras } from './write-extras.ts';

type Writing = {
  content: DefinitionContent;
  language: string;
  properties: Properties;
  ordering: Ordering;
  split: SplitExtras;
  documents: Subject[];
};

export type WrittenConcept = {
  subject: Subject;
  /** Sources that have a name of their own, and may be those of other concepts too. */
  documents: Subject[];
  memberships: SplitExtras['memberships'];
  schemes: readonly string[];
  /** Relations that led out of the file it came from, and mappings. */
  elsewhere: SplitExtras['properties'];
  language: string;
};

/** Properties that lead to concepts: written with the other relations. */
const IS_RELATION = /^(?:skos:(?:broader|narrower|related|\w+Match)|isothes:\w+)$/;

/**
 * One definition as a concept of NL-SBB, its relations left out. `scheme` is the one it is in when it names none itself, `exact`
 * what could not be written as it is: see exact.ts. `codes` are those of the concepts before it, and gain its own.
 */
export function writeConcept(
  { content, meta }: WriteRecord,
  iri: string,
  scheme: string,
  { exact, codes }: { exact: string | null; codes: Set<string> },
): WrittenConcept {
  const ordering: Ordering = {};
  const language = languageTag(content.language) || 'nl';
  const split = splitExtras(content.extras, content, language);
  const properties = typed(iriOf('skos:Concept'));
  const writing: Writing = { content, language, properties, ordering, split, documents: [] };
  properties.texts('skos:prefLabel', [content.term], language);
  writeSynonyms(writing);
  properties.texts('skos:definition', [content.definition], language);
  const notes = split.properties.find(([name]) => name === 'skos:scopeNote')?.[1] ?? [];
  const isSeveral = isExplanation(
    notes.filter((note) => 'text' in note),
    content,
    language,
  );
  if (!isSeveral) properties.texts('skos:scopeNote', [content.explanation], language);
  const own = split.memberships['skos:inScheme'].map((one) => one.iri);
  const schemes = own.length > 0 ? own : [scheme];
  keepApart(writing, schemes, codes);
  properties.add(
    'skos:inScheme',
    schemes.map((one) => ({ iri: one })),
  );
  properties.add(
    'skos:topConceptOf',
    split.memberships['skos:topConceptOf'].map((one) => ({ iri: one.iri })),
  );
  writeExamples(writing);
  writeSources(writing);
  writeStatus(writing);
  const isElsewhere = ([name]: [string, unknown]) => IS_RELATION.test(name);
  for (const [name, values] of split.properties.filter((one) => !isElsewhere(one))) properties.add(name, values);
  if (meta) properties.texts('lx:id', [meta.id]);
  if (meta) properties.add('lx:version', [literal(String(meta.version), '', iriOf('xsd:integer'))]);
  writeOwn(writing);
  if (iri !== content.extras['@id'] && '@id' in content.extras) split.rest['@id'] = content.extras['@id'];
  else delete split.rest['@id'];
  if (Object.keys(split.rest).length > 0) properties.texts('lx:extras', [jsonText(split.rest)]);
  properties.texts('lx:exact', [exact]);
  unordered(ordering, 'relations', content.relations, relationKey);
  if (Object.keys(ordering).length > 0) properties.texts('lx:order', [JSON.stringify(ordering)]);
  return {
    subject: properties.subject(iri),
    documents: writing.documents,
    schemes,
    memberships: split.memberships,
    elsewhere: split.properties.filter(isElsewhere),
    language,
  };
}

/** What the profile forbids beside what else is there is ours alone: the top of a scheme with something above it, a code twice. */
function keepApart({ content, split }: Writing, schemes: readonly string[], codes: Set<string>): void {
  const { memberships } = split;
  const isUnder = content.relations.some(({ type }) => type === 'broader') || 'skos:broader' in content.extras;
  if (isUnder && memberships['skos:topConceptOf'].length > 0) {
    memberships['skos:topConceptOf'] = [];
    split.rest['skos:topConceptOf'] = content.extras['skos:topConceptOf'];
  }
  const notation = split.properties.find(([name]) => name === 'skos:notation');
  const keys = (notation?.[1] ?? []).flatMap((code) => schemes.map((scheme) => JSON.stringify([scheme, code])));
  if (keys.some((key) => codes.has(key))) {
    split.properties = split.properties.filter((one) => one !== notation);
    split.rest['skos:notation'] = content.extras['skos:notation'];
  } else for (const key of keys) codes.add(key);
}

/** A label is preferred, alternative or hidden, never two of them: a synonym that is the term itself is ours alone. */
function writeSynonyms({ content, language, properties, ordering, split }: Writing): void {
  const hidden = split.properties.flatMap(([name, values]) => (name === 'skos:hiddenLabel' ? values : []));
  const isElse = (text: string) =>
    text === content.term ||
    hidden.some((value) => 'text' in value && value.text === text && value.language === language);
  const synonyms = unordered(ordering, 'synonyms', content.synonyms, itself);
  properties.texts(
    'skos:altLabel',
    synonyms.filter((text) => !isElse(text)),
    language,
  );
  properties.texts('lx:synonym', synonyms.filter(isElse));
}

function writeExamples({ content, language, properties, ordering }: Writing): void {
  for (const [name, kind] of EXAMPLES) {
    properties.texts(name, unordered(ordering, kind, content.examples[kind], itself), language);
  }
}

function writeSources({ content, language, properties, ordering, split, documents }: Writing): void {
  const kept = Array.isArray(content.extras['dct:source']) ? [...(content.extras['dct:source'] as unknown[])] : [];
  const sources = unordered(ordering, 'sources', content.sources, sourceKey);
  for (const source of sources) {
    const value = documentOf(source, kept, language);
    const isNamed = 'iri' in value && 'properties' in value;
    if (isNamed) documents.push(value);
    properties.add('dct:source', [isNamed ? { iri: value.iri } : value]);
  }
  for (const text of unordered(ordering, 'legalBasis', content.legalBasis, itself)) {
    const law = typed(iriOf('foaf:Document'));
    law.add('rdf:type', [{ iri: iriOf('lx:LegalBasis') }]);
    law.texts('dct:title', [text], language);
    law.texts('dct:bibliographicCitation', [text]);
    const page = pageOf(text);
    if (page && isIri(page)) law.add('foaf:page', [{ iri: page }]);
    properties.add('dct:source', [law.tree()]);
  }
  if (kept.length > 0) split.rest['dct:source'] = kept;
  else delete split.rest['dct:source'];
}

/** Where the first of what a citation names can be looked up; null when nothing of it can. */
function pageOf(citation: string): string | null {
  for (const { identifier } of findLegalIdentifiers(citation)) {
    const page = legalLink(identifier);
    if (page) return page;
  }
  return null;
}

/** A source as a document; with the name and the further properties it came with, as long as it is still called the same. */
function documentOf(source: Source, kept: unknown[], language: string): Value | Subject {
  const index = kept.findIndex((one) => isOf(one, source, language));
  const { '@id': iri, 'dct:title': title, ...others } = (kept[index] ?? {}) as Record<string, unknown>;
  if (index >= 0) kept.splice(index, 1);
  if (typeof iri === 'string' && title === undefined && Object.keys(others).length === 0) return { iri };
  const document = typed(iriOf('foaf:Document'));
  document.add(
    'dct:title',
    (title === undefined ? null : fromJson('dct:title', title, language)) ?? [literal(source.title, language)],
  );
  if (source.uri !== null && source.uri !== iri) {
    if (isIri(source.uri)) document.add('foaf:page', [{ iri: source.uri }]);
    else document.texts('lx:page', [source.uri]);
  }
  document.texts('dct:bibliographicCitation', [source.citation]);
  for (const [name, json] of Object.entries(others)) document.add(name, fromJson(name, json, language) ?? []);
  return typeof iri === 'string' ? document.subject(iri) : document.tree();
}

/** Whether what was kept is of this source, and can be written. */
function isOf(kept: unknown, { title, uri }: Source, language: string): boolean {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return false;
  const { '@id': iri, 'dct:title': called, ...others } = kept as Record<string, unknown>;
  if (iri !== undefined && (typeof iri !== 'string' || !isIri(iri))) return false;
  if (Object.entries(others).some(([name, json]) => fromJson(name, json, language) === null)) return false;
  if (called === undefined) return title === iri && uri === iri && Object.keys(others).length === 0;
  const [text] = fromJson('dct:title', called, language) ?? [];
  return text !== undefined && 'text' in text && text.text === title;
}

function writeStatus({ content, properties, split }: Writing): void {
  const kept = (content.extras['adms:status'] as { '@id'?: unknown } | undefined)?.['@id'];
  const isSame = typeof kept === 'string' && isIri(kept) && meansSame(kept, content.status);
  properties.add('adms:status', [{ iri: isSame ? kept : statusIri(content.status) }]);
  if (isSame) delete split.rest['adms:status'];
}

function writeOwn({ content, properties, ordering, language }: Writing): void {
  properties.texts('lx:language', [content.language]);
  properties.texts('lx:status', [content.status]);
  for (const [name, field] of OWN_VALUES) properties.texts(name, [content[field] as string | null]);
  for (const [name, field] of OWN_LISTS) {
    const texts = unordered(ordering, field, content[field] as string[], itself);
    properties.texts(name, texts, name === 'lx:antonym' ? language : '');
  }
  const references = content.caseReferences.map(({ kind, value }): [string, string] => [kind, value]);
  for (const [kind, value] of unordered(ordering, 'caseReferences', references, JSON.stringify)) {
    properties.add('lx:caseReference', [pair('lx:kind', kind, value)]);
  }
  for (const [name, value] of Object.entries(content.legalMetadata)) {
    properties.add('lx:legalMetadata', [pair('rdfs:label', name, value)]);
  }
}

function pair(name: string, key: string, value: string): Value {
  const properties = new Properties();
  properties.texts(name, [key]);
  properties.texts('rdf:value', [value]);
  return properties.tree();
}
