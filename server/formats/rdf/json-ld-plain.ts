import type { Graph, Resource, Term } from './graph.ts';
import {
  type Context,
  expandId,
  expandName,
  isObject,
  type Meaning,
  NotPlain,
  readContext,
} from './json-ld-context.ts';
import { isLanguageTag, languageTag } from './language-tag.ts';
import { iriOf } from './namespaces.ts';
import { addStatement } from './parse.ts';

type Json = Record<string, unknown>;
type Reading = { graph: Graph; context: Context };

const TYPE = iriOf('rdf:type');
const STRING = iriOf('xsd:string');
const DOUBLE = iriOf('xsd:double');
/** Nodes between two moments of rest. */
const RUN = 200;

/** What has no name is called by number; a document may be read in parts, into one graph. */
let blanks = 0;

/**
 * Reads a document that uses what vocabularies commonly use of JSON-LD: one context at the top with terms, prefixes and types.
 * A hundred times faster than the library, which the caller turns to for all others. Empties the document. @throws NotPlain, RdfRefused
 */
export async function readPlainJsonLd(value: unknown, graph: Graph): Promise<void> {
  const { '@context': own, ...document } = isObject(value) ? value : { '@graph': value };
  const reading: Reading = { graph, context: readContext(own) };
  let count = 0;
  for (const node of nodesOf(reading, document)) {
    readNode(reading, node);
    if (++count % RUN === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The nodes right under the top, which may be many; the rest of the top last. */
function* nodesOf({ context }: Reading, document: Json): Generator<unknown> {
  const rest: Json = {};
  for (const [name, value] of Object.entries(document)) {
    if (expandName(name, context) !== '@graph') rest[name] = value;
    else if (Array.isArray(value)) yield* takenFrom(value);
    else yield value;
  }
  if (Object.keys(rest).length > 0) yield rest;
}

/** Each of a list, which lets it go: what a large document says is not in memory twice. */
function* takenFrom(values: unknown[]): Generator<unknown> {
  for (const [index, value] of values.entries()) {
    values[index] = null;
    yield value;
  }
}

/** Says what a node says, and answers its name; null for what is no node. */
function readNode(reading: Reading, value: unknown): Resource | null {
  if (Array.isArray(value)) {
    for (const one of value) readNode(reading, one);
    return null;
  }
  if (!isObject(value)) return null;
  const { context, graph } = reading;
  const named = keyed(value, context);
  if (named.has('@value') || named.has('@list') || named.has('@set')) return null;
  const id = named.get('@id');
  if (id !== undefined && typeof id !== 'string') throw new NotPlain();
  const name = id === undefined ? `_:plain${++blanks}` : expandId(id, context);
  for (const type of [named.get('@type') ?? []].flat()) {
    const iri = typeof type === 'string' ? expandName(type, context) : null;
    if (iri === null || iri.startsWith('@') || !iri.includes(':')) throw new NotPlain();
    addStatement(graph, name, TYPE, iri, null);
  }
  if (named.has('@graph')) readNode(reading, named.get('@graph'));
  for (const [key, one] of Object.entries(value)) {
    const property = expandName(key, context);
    if (property === null || property.startsWith('@') || property.startsWith('_:') || !property.includes(':')) continue;
    readValues(reading, name, property, one, context.terms.get(key));
  }
  return name;
}

/** The keywords of an object, by whatever name the document has for them. */
function keyed(value: Json, context: Context): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, one] of Object.entries(value)) {
    if (key === '@context') throw new NotPlain();
    const name = expandName(key, context);
    if (name === null || !name.startsWith('@')) continue;
    if (found.has(name)) throw new NotPlain();
    found.set(name, one);
  }
  return found;
}

function readValues(
  reading: Reading,
  node: Resource,
  property: string,
  value: unknown,
  term: Meaning | undefined,
): void {
  if (term?.container === '@language' && isObject(value)) {
    for (const [language, texts] of Object.entries(value)) {
      if (!isLanguageTag(language)) throw new NotPlain();
      for (const text of [texts].flat()) {
        if (typeof text !== 'string') throw new NotPlain();
        addStatement(reading.graph, node, property, { text, language: languageTag(language), datatype: '' }, null);
      }
    }
    return;
  }
  if (term?.container === '@list') {
    addStatement(reading.graph, node, property, listOf(reading, [value].flat(), term), null);
    return;
  }
  for (const one of [value].flat(Number.POSITIVE_INFINITY)) {
    const set = isObject(one) ? keyed(one, reading.context) : null;
    if (set?.has('@set')) readValues(reading, node, property, set.get('@set'), term);
    else {
      const found = termOf(reading, one, term);
      if (found !== null) addStatement(reading.graph, node, property, found, null);
    }
  }
}

function termOf(reading: Reading, value: unknown, term: Meaning | undefined): Term | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return termOfText(reading, value, term);
  if (typeof value !== 'object') return scalar(value, term?.type ?? null);
  if (!isObject(value)) throw new NotPlain();
  const named = keyed(value, reading.context);
  if (named.has('@list')) return listOf(reading, [named.get('@list')].flat(), term);
  return named.has('@value') ? literalOf(reading, named) : readNode(reading, value);
}

function termOfText({ context }: Reading, text: string, term: Meaning | undefined): Term | null {
  const type = term?.type ?? null;
  if (type === '@id') return expandId(text, context);
  if (type === '@vocab') {
    const iri = expandName(text, context);
    if (iri === null || !iri.includes(':')) throw new NotPlain();
    return iri;
  }
  if (type !== null) return typed(text, type);
  const language = term?.language === undefined ? context.language : term.language;
  return tagged(text, language);
}

function literalOf({ context }: Reading, named: ReadonlyMap<string, unknown>): Term | null {
  const value = named.get('@value');
  const [type, language] = [named.get('@type'), named.get('@language')];
  const others = [...named.keys()].filter((key) => key !== '@value' && key !== '@type' && key !== '@language');
  if (others.length > 0 || (type !== undefined && language !== undefined)) throw new NotPlain();
  if (value === null) return null;
  if (type !== undefined) {
    const datatype = typeof type === 'string' ? expandName(type, context) : null;
    if (datatype === null || datatype.startsWith('@') || !datatype.includes(':')) throw new NotPlain();
    return typeof value === 'string' ? typed(value, datatype) : scalar(value, datatype);
  }
  if (typeof value !== 'string') {
    if (language !== undefined) throw new NotPlain();
    return scalar(value, null);
  }
  if (language !== undefined && language !== null && typeof language !== 'string') throw new NotPlain();
  return tagged(value, language ?? null);
}

function tagged(text: string, language: string | null): Term {
  if (language === null) return { text, language: '', datatype: '' };
  if (!isLanguageTag(language)) throw new NotPlain();
  return { text, language: languageTag(language), datatype: '' };
}

function typed(text: string, datatype: string): Term {
  return { text, language: '', datatype: datatype === STRING ? '' : datatype };
}

/** A number or a boolean. How fractions are written is left to the library. */
function scalar(value: unknown, datatype: string | null): Term {
  const isKnown = datatype === null || datatype.startsWith('@');
  if (typeof value === 'boolean') return typed(String(value), isKnown ? iriOf('xsd:boolean') : datatype);
  const isWhole = typeof value === 'number' && Number.isSafeInteger(value) && datatype !== DOUBLE;
  if (!isWhole) throw new NotPlain();
  return typed(String(value), isKnown ? iriOf('xsd:integer') : datatype);
}

function listOf(reading: Reading, values: readonly unknown[], term: Meaning | undefined): Resource {
  const nil = iriOf('rdf:nil');
  let rest: Resource = nil;
  for (const value of values.toReversed()) {
    if (Array.isArray(value)) throw new NotPlain();
    const found = termOf(reading, value, term);
    if (found === null) continue;
    const cell = `_:plain${++blanks}`;
    addStatement(reading.graph, cell, iriOf('rdf:first'), found, null);
    addStatement(reading.graph, cell, iriOf('rdf:rest'), rest, null);
    rest = cell;
  }
  return rest;
}
