import type { DefinitionContent } from '#domain/definition.ts';
import { categoryLabel, fieldLabel, statusLabel } from '#domain/field-labels.ts';
import type { Locale } from '#domain/locale.ts';
import { type DocumentWords, documentWords } from './document-words.ts';
import type { WriteFacts, WriteRecord } from './format.ts';

/** A line of the table below a definition: what it is called, and its values, each a paragraph. */
export type DocumentField = { label: string; values: string[] };

/** What a document says of itself; `marking` is on every page. */
export type DocumentFacts = Omit<WriteFacts, 'classification'> & { marking: string };

/** What a document marks its pages with: the strictest of its definitions; where nobody said, the strictest there is. */
export function markingOf({ classification = 'vertrouwelijk', language }: WriteFacts): string {
  return documentWords(language).classifications[classification];
}

/** What a document says of a definition below its text, in the order a reader wants it; what is empty is left out. */
export function documentFields({ content, meta }: WriteRecord, locale: Locale = 'nl'): DocumentField[] {
  const words = documentWords(locale);
  const { examples } = content;
  const field = (name: keyof DefinitionContent, values: readonly (string | null)[]) =>
    named(
      fieldLabel(name, locale).replace(/^./, (first) => first.toUpperCase()),
      values,
    );
  const relationText = ({ type, targetTerm, targetId }: DefinitionContent['relations'][number]) =>
    `${words.relations[type]}: ${targetTerm ?? targetId ?? ''}`;
  const fields: DocumentField[] = [
    field('preferredTerm', [content.preferredTerm]),
    field('synonyms', [content.synonyms.join('; ')]),
    field('antonyms', [content.antonyms.join('; ')]),
    field('explanation', [content.explanation]),
    ...(['sentence', 'practical', 'counter'] as const).map((kind) => named(words.examples[kind], examples[kind])),
    field('organisationalContext', [content.organisationalContext.join('; ')]),
    field('legalContext', [content.legalContext.join('; ')]),
    field('legalBasis', content.legalBasis),
    field('sources', content.sources.map(sourceText)),
    field(
      'caseReferences',
      content.caseReferences.map(({ kind, value }) => (kind === 'ecli' ? value : `${kind} ${value}`)),
    ),
    field(
      'legalMetadata',
      Object.entries(content.legalMetadata).map(([name, value]) => `${name}: ${value}`),
    ),
    field('relations', content.relations.map(relationText)),
    field('chainPartners', [content.chainPartners.join('; ')]),
    named(words.fields.category, [categoryLine(content, locale)]),
    named(words.fields.validity, [validity(content, words)]),
    named(words.fields.status, [statusLine(content, locale)]),
    named(words.fields.reference, [meta ? `${meta.id}, ${words.version} ${meta.version}` : '']),
  ];
  return fields.filter(({ values }) => values.length > 0);
}

/** The letter a term begins with, under which it is found; what begins otherwise goes together. */
export function letterOf(term: string): string {
  const first = term.normalize('NFD').charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}

function named(label: string, values: readonly (string | null)[]): DocumentField {
  return { label, values: values.filter((value): value is string => value !== null && value.trim() !== '') };
}

function sourceText({ title, uri, citation }: DefinitionContent['sources'][number]): string {
  return [title, citation, uri === title ? null : uri].filter(Boolean).join(', ');
}

function categoryLine({ category, ufoCategory }: DefinitionContent, locale: Locale): string {
  return [category && categoryLabel(category, locale), ufoCategory].filter(Boolean).join(' · ');
}

function validity({ validFrom, validUntil }: DefinitionContent, { from, until }: DocumentWords): string {
  if (validFrom === null && validUntil === null) return '';
  return [validFrom && `${from} ${validFrom}`, validUntil && `${until} ${validUntil}`].filter(Boolean).join(' ');
}

function statusLine({ status, classification, language }: DefinitionContent, locale: Locale): string {
  const { classifications, languages } = documentWords(locale);
  return [statusLabel(status, locale), classifications[classification], languages[language] ?? language].join(' · ');
}
