import { EventEmitter } from 'node:events';
import { Parser } from 'n3';
import type { Graph } from './graph.ts';
import { addQuad, BASE_IRI, type ParsedQuad, pieces, RdfRefused } from './parse.ts';

type Problem = Error & { context?: { line?: number } };
/** What the library says beside what its type declarations know. */
type Callbacks = {
  onQuad: (error: Problem | null, quad: ParsedQuad | null) => void;
  onToken: (token: unknown) => void;
};

/** Turtle and what is nearly it: TriG, N-Triples, N-Quads. */
export async function parseTurtle(text: string, graph: Graph): Promise<void> {
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
  new Parser({ baseIRI: BASE_IRI, blankNodePrefix: 'b_' }).parse(input, callbacks as never);
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
