import type { LocalisedText } from '#domain/locale.ts';
import { fidelity } from '#server/formats/fidelity.ts';
import type { Writer } from '#server/formats/format.ts';
import { inPieces } from '#server/formats/in-pieces.ts';
import type { Subject } from './concept-properties.ts';
import { jsonLdText } from './json-ld-text.ts';
import { rdfXmlText } from './rdf-xml-text.ts';
import { turtleText } from './turtle-text.ts';
import { writeGraph } from './write-graph.ts';

const OWN_WORDS: LocalisedText = {
  nl: 'in onze eigen naamruimte (urn:lexport:def:), naast de kern van NL-SBB',
  en: 'in our own namespace (urn:lexport:def:), beside the core of NL-SBB',
};
const AS_COLLECTION: LocalisedText = {
  nl: 'als skos:Collection, en in onze eigen naamruimte',
  en: 'as skos:Collection, and in our own namespace',
};
const AS_DOCUMENT: LocalisedText = {
  nl: 'als brondocument (dct:source) van een eigen soort, met het adres bij wetten.overheid.nl waar dat bekend is',
  en: 'as a source document (dct:source) of a kind of our own, with its address at wetten.overheid.nl where that is known',
};
const AS_STATUS: LocalisedText = {
  nl: 'als adms:status, dat er minder kent; welke van onze statussen het was staat ernaast',
  en: 'as adms:status, which knows fewer; which of our statuses it was stands beside it',
};
const AS_NAME: LocalisedText = {
  nl: 'als naam van het begrip (urn:uuid:), of naast de naam waarmee het binnenkwam',
  en: 'as the name of the concept (urn:uuid:), or beside the name it came with',
};
const SOME_RELATIONS: LocalisedText = {
  nl: '“hangt af van”, en relaties met begrippen buiten het bestand, in onze eigen naamruimte',
  en: '“depends on”, and relations with concepts outside of the file, in our own namespace',
};
const SOME_EXAMPLES: LocalisedText = {
  nl: 'voorbeeldzinnen als skos:example; de andere soorten in onze eigen naamruimte',
  en: 'example sentences as skos:example; the other kinds in our own namespace',
};
const SOME_EXTRAS: LocalisedText = {
  nl: 'wat uit linked data kwam onder zijn eigen naam, het overige als JSON in onze eigen naamruimte',
  en: 'what came from linked data under its own name, the rest as JSON in our own namespace',
};

/** The core of NL-SBB carries the text of a definition; what it has no word for stands beside it in words of our own. */
const CARRIED = fidelity({
  id: { convention: AS_NAME },
  version: { convention: OWN_WORDS },
  category: { convention: OWN_WORDS },
  status: { convention: AS_STATUS },
  ufoCategory: { convention: OWN_WORDS },
  organisationalContext: { convention: AS_COLLECTION },
  legalContext: { convention: AS_COLLECTION },
  legalBasis: { convention: AS_DOCUMENT },
  preferredTerm: { convention: OWN_WORDS },
  antonyms: { convention: OWN_WORDS },
  examples: { convention: SOME_EXAMPLES },
  caseReferences: { convention: OWN_WORDS },
  legalMetadata: { convention: OWN_WORDS },
  chainPartners: { convention: OWN_WORDS },
  classification: { convention: OWN_WORDS },
  validFrom: { convention: OWN_WORDS },
  validUntil: { convention: OWN_WORDS },
  relations: { convention: SOME_RELATIONS },
  extras: { convention: SOME_EXTRAS },
});

/** NL-SBB, the Dutch profile of SKOS, in three syntaxes that say the same. */
export const RDF_WRITERS: readonly Writer[] = [
  writer('nl-sbb-turtle', 'ttl', 'text/turtle', turtleText),
  writer('nl-sbb-rdf-xml', 'rdf', 'application/rdf+xml', rdfXmlText),
  writer('nl-sbb-json-ld', 'jsonld', 'application/ld+json', jsonLdText),
];

function writer(
  name: string,
  extension: string,
  mediaType: string,
  text: (subjects: AsyncIterable<Subject>) => AsyncIterable<string>,
): Writer {
  const write: Writer['write'] = (records, facts) => inPieces(text(writeGraph(records, facts)));
  return { name, extension, mediaType, fidelity: CARRIED, write };
}
