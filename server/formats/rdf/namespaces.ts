/** The vocabularies we write and shorten; `lx` is our own, for what NL-SBB has no word for. Its names lead nowhere on purpose. */
export const NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  skosxl: 'http://www.w3.org/2008/05/skos-xl#',
  isothes: 'http://purl.org/iso25964/skos-thes#',
  dct: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  prov: 'http://www.w3.org/ns/prov#',
  owl: 'http://www.w3.org/2002/07/owl#',
  schema: 'http://schema.org/',
  lx: 'urn:lexport:def:',
} as const;

type Prefix = keyof typeof NAMESPACES;

const PREFIXES = new Map<string, string>(Object.entries(NAMESPACES).map(([prefix, namespace]) => [namespace, prefix]));
/** Full names of the shortened ones that the code asks for again and again: those of its own constants. */
const KNOWN = new Map<string, string>();
const SHORT = new Map<string, string>();
const MAX_KNOWN = 1_000;
/** A local name that every syntax can write behind a prefix; those of XML are the strictest. */
const LOCAL_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
/** What all three syntaxes and their readers leave as it is: a scheme, and no character that would have to be escaped. */
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}\ufffe\uffff]+$/iu;
/** Readers resolve these away. */
const DOT_SEGMENT = /\/\.\.?(?:[/?#]|$)/;

/** The full name of `skos:prefLabel`. */
export function iriOf(name: `${Prefix}:${string}`): string {
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const iri = expand(name) as string;
  KNOWN.set(name, iri);
  return iri;
}

/** The full name of a shortened one; an absolute IRI as it is; null for anything else. */
export function expand(name: string): string | null {
  const colon = name.indexOf(':');
  const namespace = Object.hasOwn(NAMESPACES, name.slice(0, colon)) ? NAMESPACES[name.slice(0, colon) as Prefix] : null;
  if (namespace) return LOCAL_NAME.test(name.slice(colon + 1)) ? namespace + name.slice(colon + 1) : null;
  return isIri(name) ? name : null;
}

/** `skos:prefLabel` for its full name; a name of a vocabulary we do not know as it is. */
export function shorten(iri: string): string {
  const known = SHORT.get(iri);
  if (known !== undefined) return known;
  const end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'), iri.lastIndexOf(':')) + 1;
  const prefix = PREFIXES.get(iri.slice(0, end));
  const local = iri.slice(end);
  if (prefix === undefined || !LOCAL_NAME.test(local)) return iri;
  const name = `${prefix}:${local}`;
  // What has a prefix of ours is a word of a vocabulary, and of those there are few.
  if (SHORT.size < MAX_KNOWN) SHORT.set(iri, name);
  return name;
}

/** Whether a text is an absolute IRI that comes out of every syntax as it went in: JSON-LD takes `dc:x` for a shortened name. */
export function isIri(text: string): boolean {
  if (text.length > 2_000 || !ABSOLUTE.test(text) || DOT_SEGMENT.test(text) || !text.isWellFormed()) return false;
  return !Object.hasOwn(NAMESPACES, text.slice(0, text.indexOf(':')));
}

/** A full name as a namespace and a local name, as XML needs it for a property; null when it has no such form. */
export function splitIri(iri: string): { namespace: string; local: string } | null {
  const local = /[A-Za-z_][A-Za-z0-9_-]*$/.exec(iri)?.[0];
  return local && local.length < iri.length ? { namespace: iri.slice(0, -local.length), local } : null;
}
