import { CONTENT_FIELDS } from './definition.ts';
import type { ExportFormat } from './export-formats.ts';
import type { LocalisedText } from './locale.ts';

/** What a file can carry of a definition: its content, and by what we know it again. */
export type CarriedField = (typeof CONTENT_FIELDS)[number] | 'id' | 'version';

/** Whether a field comes back as it was: by itself, by a convention that our own reader knows, or not at all. */
export type Carriage = 'carried' | { convention: LocalisedText } | 'not_carried';

/** Every field a file may carry, in the order of our own format. */
export const CARRIED_FIELDS: readonly CarriedField[] = ['id', ...CONTENT_FIELDS, 'version'];

type Exceptions = Partial<Record<CarriedField, Carriage>>;

const by = (nl: string, en: string): Carriage => ({ convention: { nl, en } });

const LIST = by(
  'in één cel, gescheiden door puntkomma’s, of als JSON wanneer dat niet eenduidig is',
  'in one cell, parted by semicolons, or as JSON where that would not be clear',
);
const JSON_CELL = by('als JSON in één cel', 'as JSON in one cell');

/** A table carries everything; lists and objects as text in a cell. */
const TABLE: Exceptions = {
  organisationalContext: LIST,
  legalContext: LIST,
  legalBasis: LIST,
  synonyms: LIST,
  antonyms: LIST,
  chainPartners: LIST,
  examples: by('in drie kolommen, gescheiden door “ | ” of als JSON', 'in three columns, parted by “ | ” or as JSON'),
  sources: LIST,
  caseReferences: LIST,
  relations: LIST,
  legalMetadata: JSON_CELL,
  extras: JSON_CELL,
};

const AS_PAGE_TEXT = by(
  'als tekst van de pagina; regels die Markdown zelf zou gebruiken krijgen een \\ ervoor',
  'as the text of the page; lines that Markdown would use itself get a \\ before them',
);

const OWN_WORDS = by(
  'in onze eigen naamruimte (urn:lexport:def:), naast de kern van NL-SBB',
  'in our own namespace (urn:lexport:def:), beside the core of NL-SBB',
);
const AS_COLLECTION = by(
  'als skos:Collection, en in onze eigen naamruimte',
  'as skos:Collection, and in our own namespace',
);

/** The core of NL-SBB carries the text of a definition; what it has no word for stands beside it in words of our own. */
const NL_SBB: Exceptions = {
  id: by(
    'als naam van het begrip (urn:uuid:), of naast de naam waarmee het binnenkwam',
    'as the name of the concept (urn:uuid:), or beside the name it came with',
  ),
  version: OWN_WORDS,
  category: OWN_WORDS,
  status: by(
    'als adms:status, dat er minder kent; welke van onze statussen het was staat ernaast',
    'as adms:status, which knows fewer; which of our statuses it was stands beside it',
  ),
  ufoCategory: OWN_WORDS,
  organisationalContext: AS_COLLECTION,
  legalContext: AS_COLLECTION,
  legalBasis: by(
    'als brondocument (dct:source) van een eigen soort, met het adres bij wetten.overheid.nl waar dat bekend is',
    'as a source document (dct:source) of a kind of our own, with its address at wetten.overheid.nl where that is known',
  ),
  preferredTerm: OWN_WORDS,
  antonyms: OWN_WORDS,
  examples: by(
    'voorbeeldzinnen als skos:example; de andere soorten in onze eigen naamruimte',
    'example sentences as skos:example; the other kinds in our own namespace',
  ),
  caseReferences: OWN_WORDS,
  legalMetadata: OWN_WORDS,
  chainPartners: OWN_WORDS,
  classification: OWN_WORDS,
  validFrom: OWN_WORDS,
  validUntil: OWN_WORDS,
  relations: by(
    '“hangt af van”, en relaties met begrippen buiten het bestand, in onze eigen naamruimte',
    '“depends on”, and relations with concepts outside of the file, in our own namespace',
  ),
  extras: by(
    'wat uit linked data kwam onder zijn eigen naam waar het profiel dat toestaat, het overige als JSON in onze eigen naamruimte',
    'what came from linked data under its own name where the profile allows it, the rest as JSON in our own namespace',
  ),
};

const noteOf = (label: string) => by(`als notitie “${label}: …”`, `as a note “${label}: …”`);

/** What TBX-Basic has a category for, what goes into notes, and what has no place in it. */
const TBX: Exceptions = {
  category: 'not_carried',
  status: 'not_carried',
  ufoCategory: 'not_carried',
  antonyms: 'not_carried',
  legalMetadata: 'not_carried',
  chainPartners: 'not_carried',
  classification: 'not_carried',
  validFrom: 'not_carried',
  validUntil: 'not_carried',
  extras: 'not_carried',
  version: 'not_carried',
  preferredTerm: by(
    'als eigen term met de notitie “Voorkeursterm”',
    'as a term of its own with the note “Voorkeursterm”',
  ),
  examples: by(
    'voorbeeldzinnen als context, de andere als notitie “Praktijkvoorbeeld: …” of “Tegenvoorbeeld: …”',
    'sentences as context, the others as a note “Praktijkvoorbeeld: …” or “Tegenvoorbeeld: …”',
  ),
  sources: by(
    'met een webadres als externe verwijzing, anders als notitie “Bron: …”; de vindplaats als notitie “Vindplaats: …”',
    'with a web address as an external reference, else as a note “Bron: …”; the citation as a note “Vindplaats: …”',
  ),
  caseReferences: noteOf('Zaakverwijzing'),
  relations: noteOf('Relatie'),
};

const TO_READ = by('om te lezen; komt niet terug bij een import', 'to be read; does not come back in an import');

const TO_SEE = by(
  'om te lezen; tekens die het lettertype niet kent (zoals Chinees en de meeste emoji) staan er als blokje',
  'to be read; signs that the font does not know (such as Chinese and most emoji) show as a box',
);

/** A document shows everything but what only a program can use. */
const DOCUMENT: Exceptions = {
  ...Object.fromEntries(CARRIED_FIELDS.map((field) => [field, TO_READ])),
  extras: 'not_carried',
};

/** Where a format does something else with a field than carry it as it is. */
export const FORMAT_EXCEPTIONS: Readonly<Record<ExportFormat, Exceptions>> = {
  json: {},
  'json-lines': {},
  'csv-excel': TABLE,
  'csv-machine': TABLE,
  xlsx: TABLE,
  yaml: {},
  markdown: { definition: AS_PAGE_TEXT, explanation: AS_PAGE_TEXT },
  'nl-sbb-turtle': NL_SBB,
  'nl-sbb-rdf-xml': NL_SBB,
  'nl-sbb-json-ld': NL_SBB,
  'tbx-dca': TBX,
  'tbx-dct': TBX,
  docx: DOCUMENT,
  pdf: { ...DOCUMENT, term: TO_SEE, definition: TO_SEE },
};
