import { DEFAULT_READ_LIMITS, type Format } from '#server/formats/format.ts';
import { detectRdf, type Syntax } from './detect.ts';
import type { Parse } from './parse.ts';
import { parseJsonLd } from './parse-json-ld.ts';
import { parseRdfXml } from './parse-rdf-xml.ts';
import { parseTurtle } from './parse-turtle.ts';
import { readRdf } from './read-rdf.ts';

/** SKOS and its Dutch profile NL-SBB, in every syntax it is published in. */
export const RDF_FORMATS: readonly Format[] = [
  format('turtle', parseTurtle),
  format('trig', parseTurtle),
  format('n-triples', parseTurtle),
  format('rdf-xml', parseRdfXml),
  format('json-ld', parseJsonLd),
];

function format(name: Syntax, parse: Parse): Format {
  return {
    name,
    detect: (bytes, fileName) => detectRdf(name, bytes, fileName),
    read: (bytes, fileName, limits = DEFAULT_READ_LIMITS) => readRdf(parse, bytes, fileName, limits),
  };
}
