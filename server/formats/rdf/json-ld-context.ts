import { isSkosContext, SKOS_CONTEXT } from './skos-context.ts';

type Json = Record<string, unknown>;

/** A document uses more of JSON-LD than the plain reader knows. */
export class NotPlain extends Error {}

/** What a name in a document means. */
export type Meaning = {
  /** Full name or keyword; null for what is not to be read. */
  iri: string | null;
  /** Whether names may be shortened with it. */
  isPrefix: boolean;
  type: string | null;
  /** Undefined: that of the document. */
  language: string | null | undefined;
  container: '@set' | '@list' | '@language' | null;
};

export type Context = { terms: ReadonlyMap<string, Meaning>; vocabulary: string | null; language: string | null };

const KEYWORDS = new Set(['@id', '@type', '@graph', '@value', '@language', '@list', '@set']);
const DEFINITION_KEYS = new Set(['@id', '@type', '@language', '@container', '@prefix']);
const CONTAINERS = new Set(['@set', '@list', '@language']);
/** What the end of a namespace must be for names to be shortened with it (JSON-LD 1.1). */
const NAMESPACE_END = /[:/?#[\]@]$/;
const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|_:)\S*$/i;

/** Reads the contexts of a document; only what terms and prefixes commonly need. @throws NotPlain */
export function readContext(value: unknown): Context {
  const sources: Json = {};
  for (const one of [value].flat()) {
    if (typeof one === 'string' && isSkosContext(one)) Object.assign(sources, SKOS_CONTEXT);
    else if (isObject(one)) Object.assign(sources, one);
    else if (one !== undefined) throw new NotPlain();
  }
  const { '@vocab': vocab, '@language': language, '@version': version, ...definitions } = sources;
  if (version !== undefined && version !== 1.1) throw new NotPlain();
  if (language !== undefined && language !== null && typeof language !== 'string') throw new NotPlain();
  const vocabulary = typeof vocab === 'string' && ABSOLUTE.test(vocab) ? vocab : null;
  if (vocab !== undefined && vocab !== null && vocabulary === null) throw new NotPlain();
  const terms = new Map<string, Meaning>();
  for (const name of Object.keys(definitions)) define(name, definitions, terms, vocabulary, new Set());
  return { terms, vocabulary, language: language ?? null };
}

/** The full name of a property, a kind or another word; null when it has none. */
export function expandName(name: string, { terms, vocabulary }: Pick<Context, 'terms' | 'vocabulary'>): string | null {
  if (name.startsWith('@')) {
    if (!KEYWORDS.has(name)) throw new NotPlain();
    return name;
  }
  const term = terms.get(name);
  if (term) return term.iri;
  return expandPrefixed(name, terms) ?? (vocabulary === null ? null : vocabulary + name);
}

/** The full name of a thing. @throws NotPlain for one that is relative to something */
export function expandId(name: string, { terms }: Pick<Context, 'terms'>): string {
  const iri = expandPrefixed(name, terms);
  if (iri === null || !ABSOLUTE.test(iri) || /\/\.\.?(?:[/?#]|$)/.test(iri)) throw new NotPlain();
  return iri;
}

function expandPrefixed(name: string, terms: ReadonlyMap<string, Meaning>): string | null {
  const colon = name.indexOf(':');
  if (colon < 1) return null;
  const prefix = terms.get(name.slice(0, colon));
  if (!name.startsWith('//', colon + 1) && prefix?.isPrefix && prefix.iri !== null)
    return prefix.iri + name.slice(colon + 1);
  return name;
}

function define(
  name: string,
  definitions: Json,
  terms: Map<string, Meaning>,
  vocabulary: string | null,
  asking: Set<string>,
): void {
  if (terms.has(name)) return;
  if (name.startsWith('@') || asking.has(name) || name === '') throw new NotPlain();
  asking.add(name);
  const source = definitions[name];
  const definition = typeof source === 'string' ? { '@id': source } : source === null ? { '@id': null } : source;
  if (!isObject(definition) || Object.keys(definition).some((key) => !DEFINITION_KEYS.has(key))) throw new NotPlain();
  const id = '@id' in definition ? definition['@id'] : name;
  const full = (text: unknown): string | null => {
    if (text === null) return null;
    if (typeof text !== 'string') throw new NotPlain();
    for (const part of [text, text.slice(0, Math.max(0, text.indexOf(':')))]) {
      if (part !== name && part !== '' && Object.hasOwn(definitions, part))
        define(part, definitions, terms, vocabulary, asking);
    }
    const iri = expandName(text, { terms, vocabulary });
    if (iri !== null && !iri.startsWith('@') && !ABSOLUTE.test(iri)) throw new NotPlain();
    return iri;
  };
  const iri = full(id);
  const isPrefix =
    definition['@prefix'] === true || (typeof source === 'string' && iri !== null && NAMESPACE_END.test(iri));
  terms.set(name, {
    iri,
    isPrefix,
    type: typeOf(definition['@type'], full),
    language: languageOf(definition),
    container: containerOf(definition['@container']),
  });
}

function typeOf(type: unknown, full: (text: unknown) => string | null): string | null {
  if (type === undefined || type === '@id' || type === '@vocab') return (type as string | undefined) ?? null;
  const iri = full(type);
  if (iri === null || iri.startsWith('@')) throw new NotPlain();
  return iri;
}

function languageOf(definition: Json): string | null | undefined {
  const language = definition['@language'];
  if (language === undefined || language === null || typeof language === 'string') return language;
  throw new NotPlain();
}

function containerOf(container: unknown): Meaning['container'] {
  const [one, ...others] = [container ?? []].flat();
  if (one === undefined) return null;
  if (others.length > 0 || !CONTAINERS.has(one as string)) throw new NotPlain();
  return one as Meaning['container'];
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
