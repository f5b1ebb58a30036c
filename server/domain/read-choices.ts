/** The kinds of files definitions can be read from, by their content. */
export const READ_FORMATS = [
  'turtle',
  'trig',
  'n-triples',
  'rdf-xml',
  'json-ld',
  'json-lines',
  'json',
  'csv',
  'xlsx',
  'yaml',
  'markdown',
  'tbx',
] as const;
export type ReadFormat = (typeof READ_FORMATS)[number];

/** What people call them; the same in every language. */
export const READ_FORMAT_NAMES: Readonly<Record<ReadFormat, string>> = {
  turtle: 'Turtle',
  trig: 'TriG',
  'n-triples': 'N-Triples',
  'rdf-xml': 'RDF/XML',
  'json-ld': 'JSON-LD',
  'json-lines': 'JSON Lines',
  json: 'JSON',
  csv: 'CSV',
  xlsx: 'Excel',
  yaml: 'YAML',
  markdown: 'Markdown',
  tbx: 'TBX',
};

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The languages a file can be said to be in; a file may still say otherwise of each definition. */
export const READ_LANGUAGES = ['nl', 'en'] as const;
export type ReadLanguage = (typeof READ_LANGUAGES)[number];

/** A header further down is not looked for, and cannot be chosen. */
export const MAX_HEADER_ROW = 100;

/** What a column of a table can be for: a field, one kind of example, one kind of relation. */
export const COLUMN_TARGETS = [
  'term',
  'definition',
  'category',
  'status',
  'organisationalContext',
  'legalContext',
  'legalBasis',
  'preferredTerm',
  'synonyms',
  'antonyms',
  'explanation',
  'sources',
  'examples.sentence',
  'examples.practical',
  'examples.counter',
  'ufoCategory',
  'classification',
  'chainPartners',
  'caseReferences',
  'language',
  'validFrom',
  'validUntil',
  'relations.broader',
  'relations.narrower',
  'relations.related',
  'relations.part_of',
  'relations.has_part',
  'id',
  'version',
] as const;
export type ColumnTarget = (typeof COLUMN_TARGETS)[number];

/** What several columns may fill together. */
export const SHARED_TARGETS: ReadonlySet<string> = new Set<ColumnTarget>([
  'synonyms',
  'relations.broader',
  'relations.narrower',
  'relations.related',
  'relations.part_of',
  'relations.has_part',
]);

/** Fields with a closed list of values, for which a file may have words of its own. */
export const CLOSED_FIELDS = ['category', 'status', 'ufoCategory', 'classification'] as const;
export type ClosedField = (typeof CLOSED_FIELDS)[number];

/** Other than a target: `keep` the cells with the other data, or `leave` them out. */
export type ColumnUse = ColumnTarget | 'keep' | 'leave';

/** What a person said of the columns of a table. Columns it does not name are read by their own names. */
export type TableMapping = {
  columns: { column: string; use: ColumnUse }[];
  values: { field: ClosedField; from: string; to: string }[];
};

/** What was said of every table that has columns of these names, whatever their order and case. */
export type NamedMapping = { headers: string[]; mapping: TableMapping };

/** How one file is to be read, where that is otherwise than was detected. */
export type FileChoices = {
  format?: ReadFormat | undefined;
  encoding?: Encoding | undefined;
  delimiter?: Delimiter | undefined;
  /** As a spreadsheet counts, from 1. */
  headerRow?: number | undefined;
  /** The only sheet of a workbook to be read; absent: each that has definitions. */
  sheet?: string | undefined;
  /** Of what the file gives no language for. */
  language?: ReadLanguage | undefined;
};

/** The same of one file of an archive, by its whole name. */
export type FilePlace = FileChoices & { file: string };

/** How a person wants a file, or an archive, to be read. */
export type ReadChoices = FileChoices & {
  /** Of files of an archive. */
  places?: FilePlace[] | undefined;
  mapping?: TableMapping | undefined;
  /** For tables that are told apart by the names of their columns: those of an archive, or the sheets of a workbook. */
  mappings?: NamedMapping[] | undefined;
};

/** The choices that are about one file, and mean nothing for an archive of several. */
export const CHOICES_OF_ONE_FILE = ['format', 'encoding', 'delimiter', 'headerRow', 'sheet', 'mapping'] as const;

/** The choices for one file of an archive: what is said of it, and of what it says nothing of only the language of them all. */
export function choicesFor(choices: ReadChoices, file: string): ReadChoices {
  const place = choices.places?.find((one) => one.file === file);
  if (!place) return choices;
  const { format, encoding, delimiter, headerRow, sheet, language = choices.language } = place;
  return { ...choices, format, encoding, delimiter, headerRow, sheet, language };
}

const TABLES: ReadonlySet<string> = new Set<ReadFormat>(['csv', 'xlsx']);

/** Whether definitions stand in it as rows under a header. */
export function isTableFormat(format: string | null): boolean {
  return format !== null && TABLES.has(format);
}
