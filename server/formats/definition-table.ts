import type { DefinitionContent } from '#domain/definition.ts';
import { DEFINITION_FILE_VERSION, definitionFile } from '#domain/definition-file.ts';
import { fieldLabel } from '#domain/field-labels.ts';
import { parseEcli, parseLegalIdentifier } from '#domain/legal-identifiers.ts';
import type { Locale } from '#domain/locale.ts';
import type { WriteRecord } from './format.ts';
import { splitExamples, splitList } from './split-list.ts';

type Column = { name: string; labels: Readonly<Record<Locale, string>>; cell(record: WriteRecord): string };

type TextField = {
  [F in keyof DefinitionContent]: DefinitionContent[F] extends string | null ? F : never;
}[keyof DefinitionContent];
type ListField = {
  [F in keyof DefinitionContent]: DefinitionContent[F] extends string[] ? F : never;
}[keyof DefinitionContent];

/**
 * The columns of a table of definitions we write. The last one says that it is ours: its cells are then read word for word, without
 * the cleaning that other systems' files need.
 */
const COLUMNS: readonly Column[] = [
  column('id', ({ meta }) => meta?.id ?? ''),
  text('term'),
  text('definition'),
  text('category'),
  text('status'),
  text('ufoCategory'),
  list('organisationalContext'),
  list('legalContext'),
  list('legalBasis'),
  text('preferredTerm'),
  list('synonyms'),
  list('antonyms'),
  examples('sentence', 'examples.sentence', 'Voorbeeldzinnen', 'Example sentences'),
  examples('practical', 'examples.practical', 'Praktijkvoorbeelden', 'Practical examples'),
  examples('counter', 'examples.counter', 'Tegenvoorbeelden', 'Counter examples'),
  text('explanation'),
  column('sources', ({ content: { sources } }) => plainOr(sources, sourceText)),
  column('caseReferences', ({ content }) => plainOr(content.caseReferences, caseText)),
  column('legalMetadata', ({ content }) => object(content.legalMetadata)),
  list('chainPartners'),
  text('classification'),
  text('language'),
  text('validFrom'),
  text('validUntil'),
  column('relations', ({ content }) => plainOr(definitionFile(content).relations, relationText)),
  column('extras', ({ content }) => object(content.extras)),
  column('version', ({ meta }) => (meta ? String(meta.version) : '')),
  column('schemaVersion', () => String(DEFINITION_FILE_VERSION)),
];

/** The header of such a table: our own names, or those people use. */
export function tableHeader(names: Locale | 'own'): string[] {
  return COLUMNS.map(({ name, labels }) => (names === 'own' ? name : labels[names]));
}

export function tableRow(record: WriteRecord): string[] {
  return COLUMNS.map(({ cell }) => cell(record));
}

function column(name: string, cell: Column['cell']): Column {
  const label = (locale: Locale) => fieldLabel(name, locale).replace(/^./, (first) => first.toUpperCase());
  return { name, labels: { nl: label('nl'), en: label('en') }, cell };
}

function text(field: TextField): Column {
  return column(field, ({ content }) => content[field] ?? '');
}

function list(field: ListField): Column {
  return column(field, ({ content }) => asList(content[field]));
}

function examples(kind: keyof DefinitionContent['examples'], name: string, nl: string, en: string): Column {
  const cell: Column['cell'] = ({ content }) => {
    const entries = content.examples[kind];
    const plain = entries.join(' | ');
    return same(splitExamples(plain), entries) ? plain : JSON.stringify(entries);
  };
  return { name, labels: { nl, en }, cell };
}

/** Entries with semicolons between them when they are read as the same entries again, else as JSON. */
function asList(entries: readonly string[]): string {
  const plain = entries.join('; ');
  return same(splitList(plain, { commas: false }), entries) ? plain : JSON.stringify(entries);
}

/** Objects that can be said in words, all of them, in words. */
function plainOr<T>(objects: readonly T[], inWords: (one: T) => string | null): string {
  if (objects.length === 0) return '';
  const words = objects.map(inWords);
  const plain = words.includes(null) ? '[' : asList(words as string[]);
  return plain.startsWith('[') ? JSON.stringify(objects) : plain;
}

function sourceText({ title, uri, citation }: DefinitionContent['sources'][number]): string | null {
  const isAddress = /^https?:\/\/\S+$/.test(title);
  const isIdentifier = !isAddress && parseLegalIdentifier(title) !== null;
  return citation === null && !isIdentifier && uri === (isAddress ? title : null) ? title : null;
}

function caseText({ kind, value }: DefinitionContent['caseReferences'][number]): string | null {
  return kind === 'ecli' && parseEcli(value) ? value : null;
}

function relationText({
  type,
  target,
  targetTerm,
}: {
  type: string;
  target: string;
  targetTerm?: string;
}): string | null {
  return targetTerm === undefined ? `${type}: ${target}` : null;
}

function object(value: Readonly<Record<string, unknown>>): string {
  return Object.keys(value).length === 0 ? '' : JSON.stringify(value);
}

function same(read: readonly string[], entries: readonly string[]): boolean {
  return read.length === entries.length && read.every((entry, index) => entry === entries[index]);
}
