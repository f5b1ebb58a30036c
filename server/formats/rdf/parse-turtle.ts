import { EventEmitter } from 'node:events';
import type { Graph } from './graph.ts';
import { iriOf } from './namespaces.ts';
import { addQuad, BASE_IRI, type ParsedQuad, type ParsedTerm, pieces, RdfRefused, type Text } from './parse.ts';

type Problem = Error & { context?: { line?: number } };
/** What the library says beside what its type declarations know. */
type Callbacks = {
  onQuad: (error: Problem | null, quad: ParsedQuad | null) => void;
  onToken: (token: unknown) => void;
};

let blanks = 0;
const node = (termType: string) => (value: string) => ({ termType, value, equals: () => false });
const DEFAULT_GRAPH = node('DefaultGraph')('');
const STRING = { value: iriOf('xsd:string') };
/** Terms as plain values: the library's own are texts that are put together and taken apart again. */
const FACTORY = {
  namedNode: node('NamedNode'),
  variable: node('Variable'),
  blankNode: (name?: string) => node('BlankNode')(name ?? `x${++blanks}`),
  literal: (value: string, kind: string | { language: string } | { value: string } = STRING) => {
    if (typeof kind === 'string') return { termType: 'Literal', value, language: kind };
    if ('language' in kind) return { termType: 'Literal', value, language: kind.language };
    return { termType: 'Literal', value, language: '', datatype: kind };
  },
  defaultGraph: () => DEFAULT_GRAPH,
  quad: (subject: ParsedTerm, predicate: ParsedTerm, object: ParsedTerm) => ({
    termType: 'Quad',
    subject,
    predicate,
    object,
  }),
};

/** Turtle and what is nearly it: TriG, N-Triples, N-Quads. */
export async function parseTurtle(text: Text, graph: Graph): Promise<void> {
  // Here and not above, as in parse-rdf-xml.ts.
  const { Parser } = await import('n3');
  const input = new EventEmitter();
  let line = 1;
  let problem: Error | null = null;
  const callbacks: Callbacks = {
    onQuad(error, quad) {
      if (problem) return;
      if (error) problem = broken(error, line);
      else if (quad) problem = attempt(() => addQuad(graph, quad, line));
    },
    onToken(token) {
      line = (token as { line: number }).line;
    },
  };
  new Parser({ baseIRI: BASE_IRI, blankNodePrefix: 'b_', factory: FACTORY as never }).parse(input, callbacks as never);
  for await (const piece of pieces(text)) {
    input.emit('data', piece);
    if (problem) throw problem;
  }
  input.emit('end');
  if (problem) throw problem;
}

function broken(error: Problem, line: number): RdfRefused {
  return new RdfRefused('rdf_broken', { line: error.context?.line ?? line });
}

function attempt(action: () => void): Error | null {
  try {
    action();
    return null;
  } catch (error) {
    return error as Error;
  }
}
