import type { LocalisedText } from './locale.ts';

/** Every form in which definitions can go out, in the order in which they are offered. */
export const EXPORT_FORMATS = [
  'json',
  'json-lines',
  'csv-excel',
  'csv-machine',
  'xlsx',
  'yaml',
  'markdown',
  'nl-sbb-turtle',
  'nl-sbb-rdf-xml',
  'nl-sbb-json-ld',
  'tbx-dca',
  'tbx-dct',
  'docx',
  'pdf',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What people call them. */
export const EXPORT_FORMAT_NAMES: Readonly<Record<ExportFormat, LocalisedText>> = {
  json: { nl: 'JSON, een bestand per definitie', en: 'JSON, a file per definition' },
  'json-lines': { nl: 'JSON Lines', en: 'JSON Lines' },
  'csv-excel': { nl: 'CSV voor Excel', en: 'CSV for Excel' },
  'csv-machine': { nl: 'CSV voor programma’s', en: 'CSV for programs' },
  xlsx: { nl: 'Excel (XLSX)', en: 'Excel (XLSX)' },
  yaml: { nl: 'YAML', en: 'YAML' },
  markdown: { nl: 'Markdown', en: 'Markdown' },
  'nl-sbb-turtle': { nl: 'NL-SBB (SKOS) als Turtle', en: 'NL-SBB (SKOS) as Turtle' },
  'nl-sbb-rdf-xml': { nl: 'NL-SBB (SKOS) als RDF/XML', en: 'NL-SBB (SKOS) as RDF/XML' },
  'nl-sbb-json-ld': { nl: 'NL-SBB (SKOS) als JSON-LD', en: 'NL-SBB (SKOS) as JSON-LD' },
  'tbx-dca': { nl: 'TBX-Basic (DCA)', en: 'TBX-Basic (DCA)' },
  'tbx-dct': { nl: 'TBX-Basic (DCT)', en: 'TBX-Basic (DCT)' },
  docx: { nl: 'Word (DOCX)', en: 'Word (DOCX)' },
  pdf: { nl: 'PDF', en: 'PDF' },
};

/** The formats a job was asked for; exports of before there was a choice say nothing of it. */
export function formatsOf(options: Readonly<Record<string, unknown>>): readonly ExportFormat[] {
  return (options.formats as readonly ExportFormat[] | undefined) ?? ['json'];
}

/** How the result of an export is packed: everything in one ZIP, or the one file itself. */
export const PACKAGINGS = ['zip', 'file'] as const;

/** A file of one format holds no more definitions than this, so that whoever reads it can, we ourselves first; with more there are more files. */
export const DEFINITIONS_PER_FILE = 10_000;

/** What a file is called that holds definitions in one format, and which folder of an archive it is in. */
const EXPORT_FILE = new RegExp(`^(${EXPORT_FORMATS.join('|')})/definities(?:-\\d+)?\\.[a-z]+$`);

/** What a file without an archive around it is called, also when a browser that has one already numbers the next. */
const BARE_EXPORT = new RegExp(
  `^lexport-[-\\d]{10}-(?:${EXPORT_FORMATS.join('|')})-[-\\da-f]{36}(?: ?\\(\\d+\\))?\\.[a-z]+$`,
);

export function isBareExport(path: string): boolean {
  return BARE_EXPORT.test(path);
}

/** The format of a file in an archive, when it is named as an export of ours names it; null for any other. */
export function exportedFormat(path: string): ExportFormat | null {
  return (EXPORT_FILE.exec(path)?.[1] as ExportFormat | undefined) ?? null;
}
