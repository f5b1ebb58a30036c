import type { Graph, Literal, Resource, Term } from './graph.ts';
import { isLanguageTag } from './language-tag.ts';
import { iriOf } from './namespaces.ts';
import { OWN_IRI } from './properties.ts';

const TYPE = iriOf('rdf:type');
const VALUE = iriOf('rdf:value');
const LITERAL_FORM = iriOf('skosxl:literalForm');
const IN_SCHEME = iriOf('skos:inScheme');
const TITLES = [iriOf('dct:title'), iriOf('skos:prefLabel'), iriOf('rdfs:label'), iriOf('dc:title')];
/** What only a concept has, for files that forget to say that it is one. */
const OF_CONCEPTS = [iriOf('skos:prefLabel'), iriOf('skosxl:prefLabel'), iriOf('skos:definition')];
/** The same label as a thing of its own. */
const XL: Readonly<Record<string, string>> = {
  [iriOf('skos:prefLabel')]: iriOf('skosxl:prefLabel'),
  [iriOf('skos:altLabel')]: iriOf('skosxl:altLabel'),
  [iriOf('skos:hiddenLabel')]: iriOf('skosxl:hiddenLabel'),
};

/** A graph as SKOS means it: which resources are concepts, and what belongs to what. */
export class Vocabulary {
  readonly graph: Graph;
  readonly concepts: readonly Resource[];
  readonly #isConcept: ReadonlySet<Resource>;
  readonly #collections = new Map<Resource, Resource[]>();
  readonly #tops = new Map<Resource, Resource[]>();

  constructor(graph: Graph) {
    this.graph = graph;
    const schemes = new Set<Resource>();
    for (const node of graph.nodes.keys()) for (const scheme of graph.resources(node, IN_SCHEME)) schemes.add(scheme);
    this.concepts = [...graph.nodes.keys()].filter(
      (node) => this.isA(node, 'skos:Concept') || (!schemes.has(node) && isUntypedConcept(graph, node)),
    );
    this.#isConcept = new Set(this.concepts);
    for (const node of graph.nodes.keys()) {
      for (const top of graph.resources(node, iriOf('skos:hasTopConcept'))) append(this.#tops, top, node);
      for (const scheme of graph.resources(node, iriOf('skos:topConceptOf'))) append(this.#tops, node, scheme);
      for (const member of graph.resources(node, iriOf('skos:member'))) append(this.#collections, member, node);
    }
  }

  isConcept(resource: Resource): boolean {
    return this.#isConcept.has(resource);
  }

  isA(resource: Resource, type: `skos:${string}` | `lx:${string}`): boolean {
    return this.graph.values(resource, TYPE).includes(iriOf(type));
  }

  collectionsOf(concept: Resource): readonly Resource[] {
    return this.#collections.get(concept) ?? [];
  }

  /** The schemes a concept is at the top of, whichever of the two says so. */
  topOf(concept: Resource): readonly Resource[] {
    return this.#tops.get(concept) ?? [];
  }

  schemesOf(concept: Resource): Resource[] {
    return this.graph.resources(concept, IN_SCHEME);
  }

  /** The texts of a property, those of labels and notes that are things of their own included. */
  texts(resource: Resource, property: string): Literal[] {
    const values: readonly Term[] = this.graph.values(resource, property);
    const own = values.flatMap((value) => (typeof value === 'string' ? this.graph.literals(value, VALUE) : [value]));
    const xl = XL[property];
    if (!xl) return own;
    const forms = this.graph.resources(resource, xl).flatMap((label) => this.graph.literals(label, LITERAL_FORM));
    return [
      ...own,
      ...forms.filter((form) => !own.some((one) => one.text === form.text && one.language === form.language)),
    ];
  }

  /** The language a concept is read in: what it says itself, else that of its label, Dutch before English before any other. */
  languageOf(concept: Resource): string {
    const [said] = this.graph.literals(concept, iriOf('lx:language'));
    if (said) return said.text;
    const tags = this.texts(concept, iriOf('skos:prefLabel')).map(({ language }) => language);
    return tags.filter(isLanguageTag).sort((a, b) => rank(a, 'nl') - rank(b, 'nl') || (a < b ? -1 : 1))[0] ?? '';
  }

  /** The term of a concept, which relations to it are known by; null when it has none. */
  termOf(concept: Resource): string | null {
    const texts = this.texts(concept, iriOf('skos:prefLabel'));
    return pickText(texts, this.languageOf(concept) || 'nl')?.text.trim() || null;
  }

  /** What a scheme, a collection or a document is called; empty when it is not. */
  titleOf(resource: Resource, language: string): string {
    for (const property of TITLES) {
      const title = pickText(this.texts(resource, property), language);
      if (title) return title.text.trim();
    }
    return '';
  }
}

/** Whether a concept is in a scheme of our making, and so is as its definition has it. */
export function isOfOurs(vocabulary: Vocabulary, concept: Resource): boolean {
  return vocabulary.schemesOf(concept).some((scheme) => scheme.startsWith(OWN_IRI));
}

/** The text in a language, or what comes nearest: the same language elsewhere, no language, Dutch, English, any other. */
export function pickText(texts: readonly Literal[], language: string): Literal | null {
  const filled = texts.filter(({ text }) => text.trim() !== '');
  const sorted = filled.sort((a, b) => rank(a.language, language) - rank(b.language, language) || compare(a, b));
  return sorted[0] ?? null;
}

/** Several notes as one text, in an order that does not depend on the file. */
export function joinNotes(notes: readonly string[]): string {
  return [...notes].sort((a, b) => (a < b ? -1 : 1)).join('\n\n');
}

/** 0 to 2: the same language, or none given. More: another. */
export function rank(tag: string, language: string): number {
  if (tag === language) return 0;
  const primary = tag.split('-')[0];
  if (primary === language.split('-')[0]) return 1;
  if (tag === '') return 2;
  return primary === 'nl' ? 3 : primary === 'en' ? 4 : 5;
}

function compare(a: Literal, b: Literal): number {
  const [one, other] = [`${a.language}\n${a.text}`, `${b.language}\n${b.text}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

function isUntypedConcept(graph: Graph, node: Resource): boolean {
  return (
    graph.values(node, TYPE).length === 0 && OF_CONCEPTS.some((property) => graph.values(node, property).length > 0)
  );
}

function append(map: Map<Resource, Resource[]>, key: Resource, value: Resource): void {
  const values = map.get(key);
  if (!values) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}
