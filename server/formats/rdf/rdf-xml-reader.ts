import { RdfXmlParser } from 'rdfxml-streaming-parser';
import type { Graph } from './graph.ts';
import { addQuad, BASE_IRI, type ParsedQuad, RdfRefused } from './parse.ts';

type Sax = { line: number; close(): void };

/** The library's parser, fed by hand: as a stream it would say what it found later than where. */
export class RdfXmlReader extends RdfXmlParser {
  readonly #graph: Graph;
  #problem: Error | null = null;

  constructor(graph: Graph) {
    super({ baseIRI: BASE_IRI, trackPosition: true, validateUri: false, allowDuplicateRdfIds: true });
    this.#graph = graph;
    this.on('error', (error: Error) => {
      this.#problem ??= error;
    });
  }

  override push(quad: ParsedQuad | null): boolean {
    if (quad) addQuad(this.#graph, quad, this.#sax.line);
    return true;
  }

  feed(piece: string): void {
    this.#attempt(() => this._transform(piece, 'utf8', (error) => this.#note(error)));
  }

  finish(): void {
    this.#attempt(() => this.#sax.close());
  }

  get #sax(): Sax {
    return (this as unknown as { saxParser: Sax }).saxParser;
  }

  #note(error: Error | null | undefined): void {
    if (error) this.#problem ??= error;
  }

  #attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#problem ??= error as Error;
    }
    if (this.#problem instanceof RdfRefused) throw this.#problem;
    if (this.#problem) throw new RdfRefused('rdf_broken', { line: this.#sax.line });
  }
}
