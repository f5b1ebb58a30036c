import { type Graph, isBlank, type Literal, type Resource, type Term } from './graph.ts';
import { expand, isIri, shorten } from './namespaces.ts';

/** A value of a property as a tree: what a blank node says stands in it. Names of properties are shortened. */
export type Value = { iri: string } | Literal | Tree;
export type Tree = { properties: [name: string, values: Value[]][] };

/** Deeper than this nothing that belongs to a definition is nested. */
const MAX_DEPTH = 5;
const MAX_NODES = 200;

/** What XML cannot hold: such a text is no value that can be written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

/** Properties whose texts are in a language: in `extras` a plain text is one in the language of the definition. */
const TEXTS = new Set(
  (
    'skos:prefLabel skos:altLabel skos:hiddenLabel skos:definition skos:scopeNote skos:example skos:note skos:changeNote ' +
    'skos:editorialNote skos:historyNote rdfs:comment rdfs:label dct:title dct:description'
  ).split(' '),
);

/** The value of a term; null for what is nested too deep, or in itself. */
export function asValue(graph: Graph, term: Term, budget = { nodes: MAX_NODES }, depth = 0): Value | null {
  if (typeof term !== 'string') return term;
  if (!isBlank(term)) return { iri: term };
  if (depth >= MAX_DEPTH || budget.nodes-- <= 0) return null;
  return treeOf(graph, term, () => true, budget, depth);
}

/** What a resource says with the properties that `isWanted`. */
export function treeOf(
  graph: Graph,
  resource: Resource,
  isWanted: (name: string) => boolean,
  budget = { nodes: MAX_NODES },
  depth = 0,
): Tree {
  const properties: Tree['properties'] = [];
  for (const [property, terms] of graph.nodes.get(resource) ?? []) {
    const name = shorten(property);
    if (!isWanted(name)) continue;
    const values = terms.flatMap((term) => asValue(graph, term, budget, depth + 1) ?? []);
    if (values.length > 0) properties.push([name, values]);
  }
  return { properties };
}

/** Values of one property as `extras` holds them, much as JSON-LD would: sorted, because in RDF they have no order. */
export function toJson(name: string, values: readonly Value[], language: string): unknown {
  const all = sortedSet(
    values.map((value) => jsonOf(name, value, language)),
    JSON.stringify,
  );
  return all.length === 1 ? all[0] : all;
}

/** The values that `toJson` would show as this; null when there are none. */
export function fromJson(name: string, json: unknown, language: string): Value[] | null {
  const values = (Array.isArray(json) ? json : [json]).map((one) => valueOfJson(name, one, language, 0));
  if (values.length === 0 || values.length > MAX_NODES || values.includes(null)) return null;
  const known = values as Value[];
  return JSON.stringify(toJson(name, known, language)) === JSON.stringify(json) ? known : null;
}

/** What differs by `key`, in the order of it. */
export function sortedSet<T>(values: readonly T[], key: (value: T) => string): T[] {
  const byKey = new Map(values.map((value) => [key(value), value]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value);
}

function jsonOf(name: string, value: Value, language: string): unknown {
  if ('iri' in value) return { '@id': value.iri };
  if ('properties' in value) return treeToJson(value, language);
  const { text, datatype } = value;
  if (value.language === (TEXTS.has(name) ? language : '') && datatype === '') return text;
  if (value.language !== '') return { '@value': text, '@language': value.language };
  return datatype === '' ? { '@value': text } : { '@value': text, '@type': shorten(datatype) };
}

export function treeToJson({ properties }: Tree, language: string): Record<string, unknown> {
  const entries = sortedSet(properties, ([name]) => name);
  return Object.fromEntries(entries.map(([name, values]) => [name, toJson(name, values, language)]));
}

function valueOfJson(name: string, json: unknown, language: string, depth: number): Value | null {
  if (typeof json === 'string') return UNWRITABLE.test(json) ? null : literal(json, TEXTS.has(name) ? language : '');
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const object = json as Record<string, unknown>;
  if ('@id' in object) return typeof object['@id'] === 'string' && isIri(object['@id']) ? { iri: object['@id'] } : null;
  if ('@value' in object) return literalOfJson(object);
  return depth < MAX_DEPTH ? treeOfJson(object, language, depth) : null;
}

function literalOfJson({
  '@value': text,
  '@language': language,
  '@type': type,
}: Record<string, unknown>): Value | null {
  if (typeof text !== 'string' || UNWRITABLE.test(text)) return null;
  if (typeof language === 'string') return literal(text, language);
  const datatype = typeof type === 'string' ? expand(type) : '';
  return datatype === null ? null : { text, language: '', datatype };
}

function treeOfJson(object: Record<string, unknown>, language: string, depth: number): Tree | null {
  const properties: Tree['properties'] = [];
  for (const [name, json] of Object.entries(object)) {
    const values = isProperty(name)
      ? (Array.isArray(json) ? json : [json]).map((one) => valueOfJson(name, one, language, depth + 1))
      : [null];
    if (values.includes(null)) return null;
    properties.push([name, values as Value[]]);
  }
  return { properties };
}

/** Whether a name can be written as a property in every syntax; most of those of RDF itself mean something else in XML. */
export function isProperty(name: string): boolean {
  if (name.startsWith('rdf:')) return name === 'rdf:type' || name === 'rdf:value';
  const iri = expand(name);
  return iri !== null && /[/#:][A-Za-z_][A-Za-z0-9_-]*$/.test(iri) && shorten(iri) === name;
}

export function literal(text: string, language = '', datatype = ''): Literal {
  return { text, language, datatype };
}
