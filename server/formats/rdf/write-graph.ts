import type { Relation, RelationType } from '#domain/definition.ts';
import type { WriteFacts, WriteRecord } from '#server/formats/format.ts';
import { Properties, type Subject, typed } from './concept-properties.ts';
import { jsonText, writableContent } from './exact.ts';
import { iriOf, isIri } from './namespaces.ts';
import { MAPPINGS, OWN_IRI, RELATION_PROPERTIES, SPECIAL_RELATIONS } from './properties.ts';
import { relationKey } from './read-relations.ts';
import { literal, sortedSet, toJson, type Value } from './value.ts';
import { type WrittenConcept, writeConcept } from './write-concept.ts';

type Target = { iri: string; term: string; schemes: readonly string[] };
type Pending = Pick<WrittenConcept, 'elsewhere' | 'language'> & { iri: string; relations: readonly Relation[] };
type Collection = { title: string; language: string; members: string[] };

/** What has to be remembered of concepts that were written: names, relations and memberships, no texts. */
type Written = {
  byId: Map<string, Target>;
  byTerm: Map<string, Target>;
  iris: Map<string, Target>;
  pending: Pending[];
  collections: Map<string, Collection>;
  /** The codes of concepts, in their schemes. */
  codes: Set<string>;
  /** Schemes and documents, as they were described. */
  described: Set<string>;
};

/** Kinds of context that a concept scheme shows as collections. */
const CONTEXTS = ['legalContext', 'organisationalContext'] as const;

/**
 * Definitions as a vocabulary of NL-SBB, subject by subject: each concept as it comes, after the scheme it is in; relations and
 * collections at the end, when every concept that they may lead to is known.
 */
export async function* writeGraph(
  records: AsyncIterable<WriteRecord> | Iterable<WriteRecord>,
  facts: WriteFacts,
): AsyncGenerator<Subject> {
  const written: Written = {
    byId: new Map(),
    byTerm: new Map(),
    iris: new Map(),
    pending: [],
    collections: new Map(),
    codes: new Set(),
    described: new Set(),
  };
  const scheme = `${OWN_IRI}scheme:${encodeURIComponent(facts.organisation.toWellFormed())}`;
  for await (const { content: stored, meta } of records) {
    const { content, exact } = writableContent(stored);
    const record: WriteRecord = { content, meta };
    const iri = nameOf(record, written);
    const concept = writeConcept(record, iri, scheme, { exact, codes: written.codes });
    yield* surroundings(concept, scheme, facts, written);
    yield concept.subject;
    remember(record, iri, concept, written);
  }
  if (written.iris.size === 0) yield schemeOf(scheme, facts);
  for (const pending of written.pending) yield* relationsOf(pending, written);
  for (const [iri, collection] of written.collections) yield collectionOf(iri, collection);
}

/** The name a definition came with, as long as no other in this file has it; else one made of its id. */
function nameOf({ content, meta }: WriteRecord, { iris }: Written): string {
  const own = content.extras['@id'];
  if (typeof own === 'string' && isIri(own) && !own.startsWith(OWN_IRI) && !iris.has(own)) return own;
  const name = meta ? `urn:uuid:${meta.id}` : '';
  return meta && !iris.has(name) ? name : `${OWN_IRI}concept:${iris.size + 1}`;
}

function remember({ content, meta }: WriteRecord, iri: string, concept: WrittenConcept, written: Written): void {
  const target: Target = { iri, term: content.term, schemes: concept.schemes };
  written.iris.set(iri, target);
  if (meta) written.byId.set(meta.id, target);
  const spelling = content.term.toLowerCase();
  if (!written.byTerm.has(spelling)) written.byTerm.set(spelling, target);
  if (content.relations.length > 0 || concept.elsewhere.length > 0) {
    const { elsewhere, language } = concept;
    written.pending.push({ iri, relations: content.relations, elsewhere, language });
  }
  for (const { iri: collection, title } of concept.memberships['skos:Collection']) {
    join(written, collection, title ?? '', concept.language, iri);
  }
  for (const field of CONTEXTS) {
    for (const context of new Set(content[field])) {
      join(written, `${OWN_IRI}${field}:${encodeURIComponent(context.toWellFormed())}`, context, 'nl', iri);
    }
  }
}

function join({ collections }: Written, iri: string, title: string, language: string, member: string): void {
  const known = collections.get(iri);
  if (known) known.members.push(member);
  else collections.set(iri, { title, language, members: [member] });
}

/** The schemes a concept is in and the documents it names, as far as nothing was said of them yet. */
function* surroundings(
  { memberships, documents, language }: WrittenConcept,
  scheme: string,
  facts: WriteFacts,
  { described }: Written,
): Generator<Subject> {
  const isNew = (key: string) => !described.has(key) && described.add(key) !== undefined;
  if (memberships['skos:inScheme'].length === 0 && isNew(scheme)) yield schemeOf(scheme, facts);
  for (const { iri, title } of memberships['skos:inScheme']) {
    if (!isNew(`${language} ${iri}`)) continue;
    const properties = typed(iriOf('skos:ConceptScheme'));
    properties.texts('dct:title', [title], language);
    yield properties.subject(iri);
  }
  for (const document of documents) if (isNew(JSON.stringify(document))) yield document;
}

function schemeOf(iri: string, { title, organisation, createdAt }: WriteFacts): Subject {
  const publisher = typed(iriOf('foaf:Agent'));
  publisher.texts('foaf:name', [organisation], 'nl');
  const properties = typed(iriOf('skos:ConceptScheme'));
  properties.texts('dct:title', [title], 'nl');
  properties.add('dct:publisher', [publisher.tree()]);
  properties.add('dct:created', [literal(createdAt, '', iriOf('xsd:dateTime'))]);
  return properties.subject(iri);
}

function collectionOf(iri: string, { title, language, members }: Collection): Subject {
  const properties = typed(iriOf('skos:Collection'));
  properties.texts('skos:prefLabel', [title || null], language);
  properties.add(
    'skos:member',
    members.map((member) => ({ iri: member })),
  );
  return properties.subject(iri);
}

function* relationsOf({ iri, relations, elsewhere, language }: Pending, written: Written): Generator<Subject> {
  const properties = new Properties();
  const used = new Set<string>();
  for (const relation of sortedSet(relations, relationKey)) {
    const target = find(relation, written);
    const key = `${relation.type} ${target?.iri}`;
    const isFirst = target !== undefined && !used.has(key);
    if (isFirst) {
      used.add(key);
      properties.add(RELATION_PROPERTIES[relation.type], [{ iri: target.iri }]);
      if (relation.targetId === null && relation.targetTerm === target.term) continue;
    }
    properties.add('lx:relation', [explicit(relation, isFirst ? target.iri : null)]);
  }
  for (const [name, values] of elsewhere) {
    if (values.some((value) => isMappingInside(name, value, iri, written))) {
      properties.texts('lx:extras', [jsonText({ [name]: toJson(name, values, language) })]);
      continue;
    }
    properties.add(
      name,
      values.filter((value) => stillLeads(name, value, used, written)),
    );
  }
  const subject = properties.subject(iri);
  if (subject.properties.length > 0) yield subject;
}

function find({ targetId, targetTerm }: Relation, { byId, byTerm }: Written): Target | undefined {
  const byIdentity = targetId === null ? undefined : byId.get(targetId);
  return byIdentity ?? (targetTerm === null ? undefined : byTerm.get(targetTerm.toLowerCase()));
}

/** A narrower word for a relation holds while the relation itself does; what leads out of the file is not ours to judge. */
function stillLeads(name: string, value: Value, used: ReadonlySet<string>, { iris }: Written): boolean {
  const type: RelationType | undefined = SPECIAL_RELATIONS.find(([special]) => special === name)?.[1];
  if (!type || !('iri' in value) || !iris.has(value.iri)) return true;
  return used.has(`${type} ${value.iri}`);
}

/** Mappings are for concepts of another scheme: one within the same is ours alone. */
function isMappingInside(name: string, value: Value, iri: string, { iris }: Written): boolean {
  if (!MAPPINGS.some((mapping) => mapping === name) || !('iri' in value)) return false;
  const own = iris.get(iri)?.schemes ?? [];
  return iris.get(value.iri)?.schemes.some((scheme) => own.includes(scheme)) ?? false;
}

function explicit({ type, targetId, targetTerm }: Relation, target: string | null): Value {
  const properties = new Properties();
  properties.texts('lx:type', [type]);
  properties.texts('lx:targetId', [targetId]);
  properties.texts('lx:targetTerm', [targetTerm]);
  if (target) properties.add('lx:target', [{ iri: target }]);
  return properties.tree();
}
