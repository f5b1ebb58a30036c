import type { Params } from '#domain/record-raw.ts';
import { type Graph, type Literal, MAX_STATEMENTS, type Term, TooManyStatements } from './graph.ts';
import { languageTag } from './language-tag.ts';
import { iriOf } from './namespaces.ts';

/** A text, or the pieces of one that need not be in memory at once. */
export type Text = string | Iterable<string> | AsyncIterable<string>;

/** Reads a text into a graph, giving way to other work now and then. @throws RdfRefused */
export type Parse = (text: Text, graph: Graph) => Promise<void>;

/** A file is no RDF that we read; the code is one of our findings. */
export class RdfRefused extends Error {
  readonly code: string;
  readonly params: Params;
  constructor(code: string, params: Params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Relative names have to be relative to something; nothing is ever looked for there. */
export const BASE_IRI = 'http://relative.invalid/';

/** So much of a file at a time, in characters or bytes. */
const PIECE = 64 * 1024;

export type ParsedTerm = {
  termType: string;
  value: string;
  language?: string;
  datatype?: { value: string };
};
export type ParsedQuad = { subject: ParsedTerm; predicate: ParsedTerm; object: ParsedTerm };

/** The text in pieces, with room for other work after each. */
export async function* pieces(text: Text): AsyncGenerator<string> {
  for await (const piece of typeof text === 'string' ? slices(text) : text) {
    yield piece;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** All of it at once, for what can only be read whole. */
export async function wholeText(text: Text): Promise<string> {
  return typeof text === 'string' ? text : (await Array.fromAsync(text)).join('');
}

/** The text of bytes that are UTF-8, decoded piece by piece; anew for whoever asks. */
export function utf8Text(bytes: Uint8Array): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      const decoder = new TextDecoder();
      for (let at = 0; at < bytes.length; at += PIECE)
        yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
      yield decoder.decode();
    },
  };
}

/** Adds a statement as a library found it. Statements about statements are left out. @throws RdfRefused */
export function addQuad(graph: Graph, { subject, predicate, object }: ParsedQuad, line: number | null): void {
  if (!isResource(subject) || predicate.termType !== 'NamedNode') return;
  if (!isResource(object) && object.termType !== 'Literal') return;
  addStatement(graph, nameOf(subject), predicate.value, termOf(object), line);
}

/** @throws RdfRefused */
export function addStatement(graph: Graph, subject: string, property: string, value: Term, line: number | null): void {
  try {
    graph.add(subject, property, value, line);
  } catch (error) {
    if (!(error instanceof TooManyStatements)) throw error;
    throw new RdfRefused('rdf_too_many_statements', { limit: MAX_STATEMENTS });
  }
}

const STRING = iriOf('xsd:string');

function termOf(term: ParsedTerm): Term {
  return term.termType === 'Literal' ? literalOf(term) : nameOf(term);
}

function literalOf({ value: found, language, datatype }: ParsedTerm): Literal {
  // The library for JSON-LD answers some numbers as they were read, whatever its types say.
  const value = String(found);
  if (language) return { text: value, language: languageTag(language), datatype: '' };
  const type = datatype?.value ?? '';
  return { text: value, language: '', datatype: type === STRING ? '' : type };
}

function nameOf({ termType, value }: ParsedTerm): string {
  return termType === 'BlankNode' ? `_:${value.replace(/^_:/, '')}` : value;
}

function isResource({ termType }: ParsedTerm): boolean {
  return termType === 'NamedNode' || termType === 'BlankNode';
}
