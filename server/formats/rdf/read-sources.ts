import type { Source } from '#domain/definition.ts';
import { isBlank, type Literal, type Resource, type Term } from './graph.ts';
import { iriOf } from './namespaces.ts';
import { sortedSet, toJson, treeOf, treeToJson } from './value.ts';
import { pickText, type Vocabulary } from './vocabulary.ts';

/** What a concept names as its sources: the law it rests on apart, and what our own fields have no room for. */
export type Sources = { sources: Source[]; legalBasis: string[]; documents: unknown[] };

const PROPERTIES = [iriOf('dct:source'), iriOf('dc:source')];
const TITLE = iriOf('dct:title');
const PAGE = iriOf('foaf:page');
const CITATION = iriOf('dct:bibliographicCitation');
const HTML = iriOf('rdf:HTML');

export function readSources(vocabulary: Vocabulary, concept: Resource, language: string): Sources {
  const found: Sources = { sources: [], legalBasis: [], documents: [] };
  for (const property of PROPERTIES) {
    for (const term of vocabulary.graph.values(concept, property)) readSource(vocabulary, term, language, found);
  }
  found.documents = sortedSet(found.documents, JSON.stringify);
  return found;
}

/** Sources are the same when they say the same. */
export function sourceKey({ title, uri, citation }: Source): string {
  return JSON.stringify([title, uri, citation]);
}

function readSource(vocabulary: Vocabulary, term: Term, language: string, found: Sources): void {
  if (typeof term !== 'string') {
    const text = term.text.trim();
    if (text !== '')
      found.sources.push({ title: text, uri: /^https?:\/\/\S+$/.test(text) ? text : null, citation: null });
    return;
  }
  const { graph } = vocabulary;
  const title = pickText(graph.literals(term, TITLE), language);
  if (vocabulary.isA(term, 'lx:LegalBasis')) {
    if (title) found.legalBasis.push(title.text);
    return;
  }
  const page = pageOf(vocabulary, term);
  const citation = pickText(graph.literals(term, CITATION), '');
  const words = citation && wordsOf(citation);
  const name = title?.text || vocabulary.titleOf(term, language);
  const address = page ?? (isBlank(term) ? null : term);
  const shown = name || words || address;
  if (!shown) return;
  found.sources.push({ title: shown, uri: address, citation: words });
  const document = documentOf(vocabulary, term, { title, page, citation }, language);
  if (document) found.documents.push(document);
}

/** The address of a document; one that is no IRI is written as a text. */
function pageOf({ graph }: Vocabulary, document: Resource): string | null {
  const [page] = graph.resources(document, PAGE).sort();
  const [text] = [...graph.literals(document, PAGE), ...graph.literals(document, iriOf('lx:page'))];
  return page ?? text?.text ?? null;
}

/** What is left of a document beside title, address and citation, and what it is called by; null when that is nothing. */
function documentOf(
  { graph }: Vocabulary,
  document: Resource,
  used: { title: Literal | null; page: string | null; citation: Literal | null },
  language: string,
): unknown {
  const tree = treeOf(graph, document, (name) => name !== 'lx:page' && name !== 'rdf:type');
  const isUsed = (name: string, value: unknown) =>
    (name === 'dct:title' && value === used.title) ||
    (name === 'foaf:page' && (value as { iri?: string }).iri === used.page) ||
    (name === 'dct:bibliographicCitation' && value === used.citation);
  const properties = tree.properties
    .map(([name, values]): [string, typeof values] => [name, values.filter((value) => !isUsed(name, value))])
    .filter(([, values]) => values.length > 0);
  const isNamed = !isBlank(document);
  const isUsual = !used.title || used.title.language === language || used.title.language === '';
  if (!isNamed && isUsual && properties.length === 0) return null;
  return {
    ...(isNamed ? { '@id': document } : {}),
    ...treeToJson({ properties }, language),
    ...(used.title ? { 'dct:title': isUsual ? used.title.text : toJson('dct:title', [used.title], language) } : {}),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function wordsOf({ text, datatype }: Literal): string {
  if (datatype !== HTML) return text;
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '');
  return words.replace(/\s+/g, ' ').trim();
}
