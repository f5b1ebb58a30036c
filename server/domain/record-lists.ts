import type { DefinitionContent, Examples } from './definition.ts';
import { note, type RecordCheck } from './record-raw.ts';
import { cleanText, MAX_ENTRY_LENGTH } from './record-text.ts';

/** How many entries one list may have; no real definition comes near. */
export const MAX_ENTRIES = 500;
const ENTRY = { max: MAX_ENTRY_LENGTH, singleLine: false };

/** A list of texts without empty entries and repeats; undefined when the record does not carry the field. */
export function readList(check: RecordCheck, field: keyof DefinitionContent): string[] | undefined {
  const value = check.raw.fields[field];
  if (value === undefined) return undefined;
  check.given.push(field);
  return textList(check, field, value);
}

/** The three kinds of examples; also accepts a plain list, whose entries are example sentences. */
export function readExamples(check: RecordCheck): Examples | undefined {
  const value = check.raw.fields.examples;
  if (value === undefined) return undefined;
  check.given.push('examples');
  if (value === null || value === '') return { sentence: [], practical: [], counter: [] };
  if (typeof value === 'string' || Array.isArray(value)) {
    return { sentence: textList(check, 'examples', value), practical: [], counter: [] };
  }
  if (typeof value !== 'object') {
    note(check, 'type_wrong', 'error', 'examples', value, { expected: 'examples' });
    return undefined;
  }
  const kinds = value as Record<string, unknown>;
  for (const kind in kinds) {
    if (kind !== 'sentence' && kind !== 'practical' && kind !== 'counter') {
      note(check, 'example_kind_unknown', 'error', 'examples', kind);
    }
  }
  return {
    sentence: textList(check, 'examples', kinds.sentence),
    practical: textList(check, 'examples', kinds.practical),
    counter: textList(check, 'examples', kinds.counter),
  };
}

/**
 * The entries of a value that should be a list: nothing is an empty list, a single text is said and taken as its only entry.
 * A name twice in a list is one name; in a story made of several examples, a line may well come back.
 */
function textList(check: RecordCheck, field: string, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  const entries = entriesOf(check, field, value);
  const texts: string[] = [];
  for (const entry of entries) {
    if (typeof entry !== 'string') {
      note(check, 'type_wrong', 'error', field, entry, { expected: 'text_list' });
      return [];
    }
    const text = cleanText(check, field, entry, ENTRY);
    if (text !== '' && (field === 'examples' || !texts.includes(text))) texts.push(text);
  }
  return texts;
}

/** The value as a list that is not too long; otherwise the finding that says so and nothing. */
export function entriesOf(check: RecordCheck, field: string, value: unknown): readonly unknown[] {
  if (typeof value === 'string') {
    if (value.trim() === '') return [];
    note(check, 'list_expected', 'warning', field, value);
    return [value];
  }
  if (!Array.isArray(value)) {
    note(check, 'type_wrong', 'error', field, value, { expected: 'list' });
    return [];
  }
  if (value.length > MAX_ENTRIES) {
    note(check, 'list_too_long', 'error', field, undefined, { length: value.length, limit: MAX_ENTRIES });
    return [];
  }
  return value;
}
