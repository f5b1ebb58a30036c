import type { Literal } from './graph.ts';
import { isIri } from './namespaces.ts';
import { OWN_IRI, RELATION_PROPERTIES, SPECIAL_RELATIONS } from './properties.ts';
import { fromJson, isProperty, literal, type Value } from './value.ts';
import { joinNotes, pickText, rank } from './vocabulary.ts';

/** What `extras` say in words that RDF has too, and the rest of them. */
export type SplitExtras = {
  properties: [name: string, values: Value[]][];
  /** Named things a concept belongs to: schemes, collections. */
  memberships: Record<'skos:inScheme' | 'skos:topConceptOf' | 'skos:Collection', Named[]>;
  rest: Record<string, unknown>;
};
/** The texts of the definition that the same properties are for. */
type Own = { term: string; definition: string; explanation: string | null };
type Named = { iri: string; title: string | null };

const MEMBERSHIPS = {
  'skos:inScheme': 'dct:title',
  'skos:topConceptOf': null,
  'skos:Collection': 'skos:prefLabel',
} as const;
/** Only texts in another language: the ones in the definition's own would be read as part of it. */
const OTHER_LANGUAGES = new Set(['skos:altLabel', 'skos:scopeNote', 'skos:example']);
/** Read in a way of their own, so that nothing else may be written there. */
const TAKEN = new Set([
  '@id',
  'dct:source',
  'dc:source',
  'adms:status',
  'skosxl:prefLabel',
  'skosxl:altLabel',
  'skosxl:hiddenLabel',
]);
const RELATIONS = new Set([
  ...Object.values(RELATION_PROPERTIES),
  ...SPECIAL_RELATIONS.map(([name]) => name),
] as string[]);

/** Parts what came from RDF, or could have, from what did not. `language` as in its tags. */
export function splitExtras(extras: Readonly<Record<string, unknown>>, own: Own, language: string): SplitExtras {
  const split: SplitExtras = {
    properties: [],
    memberships: { 'skos:inScheme': [], 'skos:topConceptOf': [], 'skos:Collection': [] },
    rest: {},
  };
  for (const [name, json] of Object.entries(extras)) {
    if (name in MEMBERSHIPS) {
      const named = membership(name as keyof typeof MEMBERSHIPS, json);
      if (named) split.memberships[name as keyof typeof MEMBERSHIPS] = named;
      else split.rest[name] = json;
      continue;
    }
    const values = isWritable(name) ? fromJson(name, json, language) : null;
    if (values && comesBack(name, values, own, language)) split.properties.push([name, values]);
    else split.rest[name] = json;
  }
  return split;
}

function isWritable(name: string): boolean {
  return !TAKEN.has(name) && !name.startsWith('lx:') && isProperty(name);
}

/** Whether the reader would keep these values, and the profile allows them, beside those of the definition itself. */
function comesBack(name: string, values: readonly Value[], own: Own, language: string): boolean {
  const texts = values.filter((value): value is Literal => 'text' in value);
  if (RELATIONS.has(name)) return values.every((value) => 'iri' in value);
  if (name === 'skos:scopeNote' && isExplanation(texts, own, language)) return texts.length === values.length;
  // A term is preferred or hidden, never both: what was hidden may have become the term since.
  if (name === 'skos:hiddenLabel')
    return texts.every((hidden) => hidden.text !== own.term || hidden.language !== language);
  if (OTHER_LANGUAGES.has(name))
    return texts.length === values.length && texts.every((text) => rank(text.language, language) > 2);
  const text = name === 'skos:prefLabel' ? own.term : name === 'skos:definition' ? own.definition : null;
  if (text === null) return true;
  const mine = literal(text, language);
  return texts.length === values.length && pickText([...texts, mine], language) === mine;
}

/** Whether the explanation is these notes together: then they are written instead of it. */
export function isExplanation(
  notes: readonly Literal[],
  { explanation }: Pick<Own, 'explanation'>,
  language: string,
): boolean {
  const own = notes.filter((note) => rank(note.language, language) <= 2);
  if (own.length < 2 || own.some((note) => note.language !== language)) return false;
  return joinNotes(own.map(({ text }) => text)) === explanation;
}

function membership(name: keyof typeof MEMBERSHIPS, json: unknown): Named[] | null {
  const titled = MEMBERSHIPS[name];
  const named = (Array.isArray(json) ? json : [json]).map((one): Named | null => {
    const { '@id': iri, ...others } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    const title = titled === null ? undefined : others[titled];
    if (typeof iri !== 'string' || !isIri(iri) || iri.startsWith(OWN_IRI)) return null;
    if (Object.keys(others).length !== (title === undefined ? 0 : 1)) return null;
    return title === undefined
      ? { iri, title: null }
      : typeof title === 'string' && title.trim() === title
        ? { iri, title }
        : null;
  });
  return named.includes(null) ? null : (named as Named[]);
}
