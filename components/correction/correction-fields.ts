import {
  CATEGORIES,
  CLASSIFICATIONS,
  DEFINITION_STATUSES,
  type DefinitionContent,
  UFO_CATEGORIES,
} from '#domain/definition.ts';

/** The fields of a record as its file had them, not checked yet; names of our own JSON. */
export type RecordFields = Readonly<Record<string, unknown>>;

/** A field of the form: one of the record, or one kind of its examples. */
export type FormField = Exclude<keyof DefinitionContent, 'examples' | 'extras'> | `examples.${ExampleKind}`;
type ExampleKind = 'sentence' | 'practical' | 'counter';
/** How a field is typed: in one line, in several, one entry per line, chosen, or as JSON where it has a structure. */
export type FieldKind = 'line' | 'text' | 'list' | 'choice' | 'structure';

export const KIND_OF: Readonly<Record<FormField, FieldKind>> = {
  term: 'line',
  definition: 'text',
  category: 'choice',
  organisationalContext: 'list',
  legalContext: 'list',
  legalBasis: 'list',
  status: 'choice',
  explanation: 'text',
  preferredTerm: 'line',
  synonyms: 'list',
  antonyms: 'list',
  'examples.sentence': 'list',
  'examples.practical': 'list',
  'examples.counter': 'list',
  ufoCategory: 'choice',
  classification: 'choice',
  language: 'line',
  validFrom: 'line',
  validUntil: 'line',
  chainPartners: 'list',
  sources: 'structure',
  caseReferences: 'structure',
  relations: 'structure',
  legalMetadata: 'structure',
};
export const FORM_FIELDS = Object.keys(KIND_OF) as FormField[];

/** The fields one cannot do without, and those that tell definitions with the same term apart. */
export const MAIN_FIELDS: readonly FormField[] = [
  'term',
  'definition',
  'category',
  'organisationalContext',
  'legalContext',
  'legalBasis',
];

export const CHOICES_OF: Partial<Record<FormField, readonly string[]>> = {
  category: CATEGORIES,
  status: DEFINITION_STATUSES.filter((status) => status !== 'established'),
  ufoCategory: UFO_CATEGORIES,
  classification: CLASSIFICATIONS,
};

/** The field of the record that a field of the form is part of; findings name that. */
export function recordField(field: FormField): string {
  return field.startsWith('examples.') ? 'examples' : field;
}

/** What stands in a field of the form, whatever the file had there. */
export function textOf(fields: RecordFields, field: FormField): string {
  const value = valueIn(fields, field);
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  const isPlainList =
    Array.isArray(value) && value.every((entry) => typeof entry === 'string' && !entry.includes('\n'));
  if (KIND_OF[field] === 'list' && isPlainList) return value.join('\n');
  if (Array.isArray(value) && value.length === 0) return '';
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

/** The record with what was typed in it; a field that still says what it said stays as the file had it. */
export function fieldsWith(fields: RecordFields, typed: Partial<Record<FormField, string>>): Record<string, unknown> {
  const changed: Record<string, unknown> = { ...fields };
  for (const [name, text] of Object.entries(typed) as [FormField, string][]) {
    if (text === textOf(fields, name)) continue;
    const value = readText(name, text);
    if (!name.startsWith('examples.')) changed[name] = value;
    else changed.examples = { ...asExamples(changed.examples), [name.slice('examples.'.length)]: value };
  }
  return changed;
}

function readText(field: FormField, text: string): unknown {
  switch (KIND_OF[field]) {
    case 'list':
      return linesOf(text);
    case 'structure':
      return structureOf(text);
    case 'choice':
      return text === '' ? null : text;
    default:
      return text;
  }
}

/** A list that was shown as JSON, because it was no list of texts, is read as that again. */
function linesOf(text: string): unknown {
  const isStructure = /^\s*[[{]/.test(text);
  const read = isStructure ? structureOf(text) : text;
  if (typeof read !== 'string') return read;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function structureOf(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // For the check to refuse, in words.
    return text;
  }
}

function valueIn(fields: RecordFields, field: FormField): unknown {
  if (!field.startsWith('examples.')) return fields[field];
  const { examples } = fields;
  const kind = field.slice('examples.'.length) as ExampleKind;
  if (typeof examples !== 'object' || examples === null || Array.isArray(examples)) {
    return kind === 'sentence' ? examples : undefined;
  }
  return (examples as Record<string, unknown>)[kind];
}

function asExamples(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  return value === undefined || value === null || value === '' ? {} : { sentence: value };
}
