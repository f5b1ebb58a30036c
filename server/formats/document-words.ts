import type { Classification, DefinitionContent, RelationType } from '#domain/definition.ts';
import type { Locale } from '#domain/locale.ts';

/** Everything a document says of itself and of its definitions that is not in them. */
export type DocumentWords = {
  /** As documents name their language. */
  tag: string;
  subject: string;
  page: string;
  /** Between the number of a page and how many there are. */
  of: string;
  madeWith: string;
  properties: { marking: string; organisation: string; definitions: string };
  /** What people see in the list of styles of a Word document. */
  styles: { definition: string; name: string; value: string; table: string };
  fields: { category: string; validity: string; status: string; reference: string };
  version: string;
  from: string;
  until: string;
  classifications: Readonly<Record<Classification, string>>;
  relations: Readonly<Record<RelationType, string>>;
  examples: Readonly<Record<keyof DefinitionContent['examples'], string>>;
  /** Names of languages that definitions are in, by tag; any other is named by its tag. */
  languages: Readonly<Record<string, string>>;
};

const NL: DocumentWords = {
  tag: 'nl-NL',
  subject: 'Juridische definities',
  page: 'Pagina',
  of: 'van',
  madeWith: 'Gemaakt met',
  properties: { marking: 'Rubricering', organisation: 'Organisatie', definitions: 'Definities' },
  styles: { definition: 'Definitie', name: 'Veldnaam', value: 'Veldwaarde', table: 'Velden' },
  fields: { category: 'Categorie', validity: 'Geldigheid', status: 'Status', reference: 'Kenmerk' },
  version: 'versie',
  from: 'vanaf',
  until: 'tot en met',
  classifications: { openbaar: 'Openbaar', intern: 'Intern', vertrouwelijk: 'Vertrouwelijk' },
  relations: {
    broader: 'ruimer begrip',
    narrower: 'enger begrip',
    related: 'verwant begrip',
    part_of: 'deel van',
    has_part: 'omvat',
    instance_of: 'exemplaar van',
    has_instance: 'heeft als exemplaar',
    depends_on: 'hangt af van',
  },
  examples: { sentence: 'Voorbeeldzinnen', practical: 'Praktijkvoorbeelden', counter: 'Tegenvoorbeelden' },
  languages: { nl: 'Nederlands', en: 'Engels' },
};

const EN: DocumentWords = {
  tag: 'en-GB',
  subject: 'Legal definitions',
  page: 'Page',
  of: 'of',
  madeWith: 'Made with',
  properties: { marking: 'Classification', organisation: 'Organisation', definitions: 'Definitions' },
  styles: { definition: 'Definition', name: 'Field name', value: 'Field value', table: 'Fields' },
  fields: { category: 'Category', validity: 'Validity', status: 'Status', reference: 'Reference' },
  version: 'version',
  from: 'from',
  until: 'until',
  classifications: { openbaar: 'Public', intern: 'Internal', vertrouwelijk: 'Confidential' },
  relations: {
    broader: 'broader term',
    narrower: 'narrower term',
    related: 'related term',
    part_of: 'part of',
    has_part: 'has part',
    instance_of: 'instance of',
    has_instance: 'has instance',
    depends_on: 'depends on',
  },
  examples: { sentence: 'Example sentences', practical: 'Practical examples', counter: 'Counter examples' },
  languages: { nl: 'Dutch', en: 'English' },
};

const WORDS: Readonly<Record<Locale, DocumentWords>> = { nl: NL, en: EN };

/** The words of a document; Dutch where nobody asked for a language. */
export function documentWords(locale: Locale = 'nl'): DocumentWords {
  return WORDS[locale];
}

/** How a document names the language of a text: as fully as is known. */
export function languageTag(language: string): string {
  const known = Object.values(WORDS).find(({ tag }) => tag.startsWith(`${language}-`));
  return known?.tag ?? language;
}
