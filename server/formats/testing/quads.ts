import { DataFactory, type Quad } from 'n3';
import { Graph, isBlank, type Term } from '#server/formats/rdf/graph.ts';
import type { Parse } from '#server/formats/rdf/parse.ts';

/** What a text says, as the libraries that compare graphs want it. */
export async function quadsOf(parse: Parse, text: string): Promise<Quad[]> {
  const graph = new Graph();
  await parse(text, graph);
  const quads: Quad[] = [];
  for (const [subject, properties] of graph.nodes) {
    for (const [property, values] of properties) {
      for (const value of values) {
        quads.push(DataFactory.quad(resource(subject), DataFactory.namedNode(property), termOf(value)));
      }
    }
  }
  return quads;
}

function resource(name: string) {
  return isBlank(name) ? DataFactory.blankNode(name.slice(2)) : DataFactory.namedNode(name);
}

function termOf(term: Term) {
  if (typeof term === 'string') return resource(term);
  if (term.language !== '') return DataFactory.literal(term.text, term.language);
  return term.datatype === ''
    ? DataFactory.literal(term.text)
    : DataFactory.literal(term.text, DataFactory.namedNode(term.datatype));
}
