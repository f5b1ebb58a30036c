import { dayText, parseDay } from '#components/i18n/day-text.ts';
import type { DefinitionPatch } from '#contract/definitions.ts';
import type { CaseReference, DefinitionContent } from '#domain/definition.ts';

export type SourceRow = { title: string; uri: string; citation: string };

/** A definition as it is typed: lists as one item per line, days as dd-mm-jjjj, nothing as an empty text. */
export type FormValues = Pick<
  DefinitionContent,
  'term' | 'definition' | 'category' | 'status' | 'classification' | 'language' | 'caseReferences'
> &
  Record<'explanation' | 'ufoCategory' | 'preferredTerm' | 'validFrom' | 'validUntil', string> &
  Record<ListField | ExampleField, string> & { sources: SourceRow[] };

const LIST_FIELDS = [
  'organisationalContext',
  'legalContext',
  'legalBasis',
  'synonyms',
  'antonyms',
  'chainPartners',
] as const;
type ListField = (typeof LIST_FIELDS)[number];
const EXAMPLE_FIELDS = ['sentence', 'practical', 'counter'] as const;
type ExampleField = (typeof EXAMPLE_FIELDS)[number];

export type FormField = keyof FormValues;
/** The fields that are typed as text. */
export type TextFieldName = Exclude<FormField, 'sources' | 'caseReferences'>;

export function toForm(content: DefinitionContent): FormValues {
  const { term, definition, category, status, classification, language, caseReferences } = content;
  return {
    term,
    definition,
    category,
    status,
    classification,
    language,
    explanation: content.explanation ?? '',
    ufoCategory: content.ufoCategory ?? '',
    preferredTerm: content.preferredTerm ?? '',
    validFrom: dayText(content.validFrom ?? ''),
    validUntil: dayText(content.validUntil ?? ''),
    ...(Object.fromEntries(LIST_FIELDS.map((field) => [field, content[field].join('\n')])) as Record<
      ListField,
      string
    >),
    ...(Object.fromEntries(EXAMPLE_FIELDS.map((kind) => [kind, content.examples[kind].join('\n')])) as Record<
      ExampleField,
      string
    >),
    sources: content.sources.map(({ title, uri, citation }) => ({ title, uri: uri ?? '', citation: citation ?? '' })),
    caseReferences,
  };
}

/** The fields that differ from what they were when editing began. */
export function changedFields(values: FormValues, base: DefinitionContent): FormField[] {
  const before = toForm(base);
  return (Object.keys(before) as FormField[]).filter((field) => !same(values[field], before[field]));
}

/** What is sent: only what was changed, so that nothing else can be overwritten. Assumes `checkForm` found nothing. */
export function toPatch(values: FormValues, base: DefinitionContent): Omit<DefinitionPatch, 'reason'> {
  const patch: Record<string, unknown> = {};
  for (const field of changedFields(values, base)) {
    if (isExample(field)) patch.examples = examplesOf(values, base);
    else patch[field] = savedValue(field, values);
  }
  return patch;
}

export type Rebased = {
  values: FormValues;
  /** Changed by this person and by somebody else: this person's text stands, the other's has to be looked at. */
  both: FormField[];
};

/** Carries what was typed over to a newer version: untouched fields follow it, touched ones stay as they were typed. */
export function rebase(values: FormValues, base: DefinitionContent, latest: DefinitionContent): Rebased {
  const mine = new Set(changedFields(values, base));
  const theirs = toForm(latest);
  const both = changedFields(theirs, base).filter((field) => mine.has(field) && !same(values[field], theirs[field]));
  const kept = Object.fromEntries([...mine].map((field) => [field, values[field]]));
  return { values: { ...theirs, ...kept }, both };
}

function savedValue(field: Exclude<FormField, ExampleField>, values: FormValues): unknown {
  if (isList(field)) return linesOf(values[field]);
  switch (field) {
    case 'explanation':
    case 'ufoCategory':
    case 'preferredTerm':
      return values[field].trim() || null;
    case 'validFrom':
    case 'validUntil':
      return parseDay(values[field]) || null;
    case 'sources':
      return filledSources(values.sources).map(({ title, uri, citation }) => ({
        title: title.trim(),
        uri: uri.trim() || null,
        citation: citation.trim() || null,
      }));
    case 'caseReferences':
      return filledReferences(values.caseReferences).map(({ kind, value }) => ({ kind, value: value.trim() }));
    default:
      return values[field].trim();
  }
}

/** The examples that were not touched go along word for word, line breaks inside them included. */
function examplesOf(values: FormValues, base: DefinitionContent): DefinitionContent['examples'] {
  const touched = new Set(changedFields(values, base));
  const of = (kind: ExampleField) => (touched.has(kind) ? linesOf(values[kind]) : base.examples[kind]);
  return { sentence: of('sentence'), practical: of('practical'), counter: of('counter') };
}

/** Rows that say something; empty ones are where somebody pressed "add" once too often. */
export function filledSources(rows: readonly SourceRow[]): SourceRow[] {
  return rows.filter(({ title, uri, citation }) => `${title}${uri}${citation}`.trim() !== '');
}

export function filledReferences(rows: readonly CaseReference[]): CaseReference[] {
  return rows.filter(({ value }) => value.trim() !== '');
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function isList(field: FormField): field is ListField {
  return LIST_FIELDS.some((list) => list === field);
}

function isExample(field: FormField): field is ExampleField {
  return EXAMPLE_FIELDS.some((kind) => kind === field);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
