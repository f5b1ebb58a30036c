import type { Writer } from '#server/formats/format.ts';
import { inPieces } from '#server/formats/in-pieces.ts';
import type { Subject } from './concept-properties.ts';
import { jsonLdText } from './json-ld-text.ts';
import type { Parse } from './parse.ts';
import { parseOwnJsonLd } from './parse-json-ld.ts';
import { parseRdfXml } from './parse-rdf-xml.ts';
import { parseTurtle } from './parse-turtle.ts';
import { rdfXmlText } from './rdf-xml-text.ts';
import { readPacked } from './read-packed.ts';
import { turtleText } from './turtle-text.ts';
import { writeGraph } from './write-graph.ts';

/** NL-SBB, the Dutch profile of SKOS, in three syntaxes that say the same. */
export const RDF_WRITERS: readonly Writer[] = [
  writer('nl-sbb-turtle', 'ttl', 'text/turtle', turtleText, parseTurtle),
  writer('nl-sbb-rdf-xml', 'rdf', 'application/rdf+xml', rdfXmlText, parseRdfXml),
  writer('nl-sbb-json-ld', 'jsonld', 'application/ld+json', jsonLdText, parseOwnJsonLd),
];

function writer(
  name: Writer['name'],
  extension: string,
  mediaType: string,
  text: (subjects: AsyncIterable<Subject>) => AsyncIterable<string>,
  parse: Parse,
): Writer {
  const write: Writer['write'] = (records, facts) => inPieces(text(writeGraph(records, facts)));
  const readBack = (bytes: AsyncIterable<Uint8Array>) => readPacked(parse, decoded(bytes));
  return { name, extension, mediaType, write, readBack };
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
