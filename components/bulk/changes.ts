import { parseDay } from '#components/i18n/day-text.ts';
import { MAX_DEFINITION_LENGTH, MAX_TERM_LENGTH } from '#domain/definition.ts';
import type { DefinitionChanges } from '#domain/definition-changes.ts';

export type ChangeField = keyof DefinitionChanges;
export type FieldKind = 'choice' | 'text' | 'long' | 'day' | 'list';

/** What can be changed in many definitions at once, in the order in which it is offered. */
export const CHANGE_FIELDS: Readonly<Record<ChangeField, FieldKind>> = {
  category: 'choice',
  classification: 'choice',
  organisationalContext: 'list',
  legalContext: 'list',
  legalBasis: 'list',
  chainPartners: 'list',
  synonyms: 'list',
  preferredTerm: 'text',
  explanation: 'long',
  validFrom: 'day',
  validUntil: 'day',
  ufoCategory: 'choice',
  language: 'choice',
};

/** Fields that may hold nothing. */
const CLEARABLE: readonly ChangeField[] = ['ufoCategory', 'preferredTerm', 'explanation', 'validFrom', 'validUntil'];

export const LIST_MODES = ['add', 'remove', 'replace'] as const;
export type ListMode = (typeof LIST_MODES)[number];

/** One change as it is typed: a list as one item per line, a day as dd-mm-jjjj. */
export type ChangeRow = {
  field: ChangeField;
  /** What is done with the items of a list; other fields get the value as it is. */
  mode: ListMode;
  value: string;
  /** The field becomes empty. Asked for in so many words: a forgotten value must not wipe a thousand definitions. */
  clear: boolean;
};

export type ChangeError = 'required' | 'noDay' | 'tooLong' | 'untilBeforeFrom';

const MAX_ITEM_LENGTH = 1_000;
const MAX_ITEMS = 500;

export function isList(field: ChangeField): boolean {
  return CHANGE_FIELDS[field] === 'list';
}

/** Whether this change may be "make it empty". */
export function mayClear({ field, mode }: Pick<ChangeRow, 'field' | 'mode'>): boolean {
  return isList(field) ? mode === 'replace' : CLEARABLE.includes(field);
}

/** What can still be chosen: each field once; a list twice, to add to it and to take out of it. */
export function fieldsLeft(rows: readonly ChangeRow[]): ChangeField[] {
  return (Object.keys(CHANGE_FIELDS) as ChangeField[]).filter((field) => modesLeft(rows, field).length > 0);
}

/** What can still be done with a field, given the other changes to it. */
export function modesLeft(others: readonly ChangeRow[], field: ChangeField): ListMode[] {
  const modes = others.filter((row) => row.field === field).map(({ mode }) => mode);
  if (modes.length === 0) return isList(field) ? [...LIST_MODES] : ['replace'];
  if (!isList(field) || modes.includes('replace')) return [];
  return LIST_MODES.filter((mode) => mode !== 'replace' && !modes.includes(mode));
}

/** A new change to this field, `initial` where it is chosen from a list. */
export function newRow(rows: readonly ChangeRow[], field: ChangeField, initial = ''): ChangeRow {
  return { field, mode: modesLeft(rows, field)[0] ?? 'replace', value: initial, clear: false };
}

/** What is wrong with each change, by its place; nothing for those that can be sent. */
export function changeErrors(rows: readonly ChangeRow[]): Map<number, ChangeError> {
  const errors = new Map<number, ChangeError>();
  rows.forEach((row, index) => {
    const error = errorOf(row);
    if (error) errors.set(index, error);
  });
  const from = dayOf(rows, 'validFrom');
  const until = dayOf(rows, 'validUntil');
  if (from && until && until < from) {
    const index = rows.findIndex(({ field }) => field === 'validUntil');
    if (!errors.has(index)) errors.set(index, 'untilBeforeFrom');
  }
  return errors;
}

/** The changes as the server takes them; assumes `changeErrors` found nothing. */
export function toChanges(rows: readonly ChangeRow[]): DefinitionChanges {
  const changes: Record<string, unknown> = {};
  for (const row of rows) {
    if (!isList(row.field)) changes[row.field] = savedValue(row);
    else if (row.mode === 'replace') changes[row.field] = row.clear ? [] : linesOf(row.value);
    else changes[row.field] = { ...(changes[row.field] as object | undefined), [row.mode]: linesOf(row.value) };
  }
  return changes as DefinitionChanges;
}

function errorOf({ field, value, clear, mode }: ChangeRow): ChangeError | null {
  if (clear && mayClear({ field, mode })) return null;
  const text = value.trim();
  if (text === '') return 'required';
  switch (CHANGE_FIELDS[field]) {
    case 'day':
      return parseDay(text) ? null : 'noDay';
    case 'list': {
      const items = linesOf(text);
      return items.length > MAX_ITEMS || items.some((item) => item.length > MAX_ITEM_LENGTH) ? 'tooLong' : null;
    }
    case 'text':
      return text.length > MAX_TERM_LENGTH ? 'tooLong' : null;
    case 'long':
      return text.length > MAX_DEFINITION_LENGTH ? 'tooLong' : null;
    default:
      return null;
  }
}

function savedValue({ field, value, clear }: ChangeRow): string | null {
  if (clear) return null;
  return CHANGE_FIELDS[field] === 'day' ? parseDay(value) : value.trim();
}

function dayOf(rows: readonly ChangeRow[], field: ChangeField): string | null {
  const row = rows.find((one) => one.field === field && !one.clear);
  return row ? parseDay(row.value) : null;
}

/** One item per line, each once. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter(Boolean))];
}
