import type { DefinitionContent } from './definition.ts';
import { note, type RecordCheck } from './record-raw.ts';

/** What a stored text may not hold: control characters other than tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]+/g;
/** Printable ASCII and line feeds need no further look; most texts of most records are only that. */
const REMARKABLE = /[^\n -~]/;

/** Free text and list entries; long enough for any real one. */
export const MAX_TEXT_LENGTH = 20_000;
export const MAX_ENTRY_LENGTH = 2_000;

type TextOptions = { max: number; singleLine: boolean };

/**
 * The text of a field: undefined when the record does not carry it, null when it clears it. A value that is no text, or is
 * too long, is an error and reads as null.
 */
export function readText(
  check: RecordCheck,
  field: keyof DefinitionContent,
  options: TextOptions,
): string | null | undefined {
  const value = check.raw.fields[field];
  if (value === undefined) return undefined;
  check.given.push(field);
  if (value === null) return null;
  if (typeof value !== 'string') {
    note(check, 'type_wrong', 'error', field, value, { expected: 'text' });
    return null;
  }
  return cleanText(check, field, value, options) || null;
}

/** A text as it is stored: NFC, trimmed, lines ended by LF, no control characters. Empty when nothing is left or it is too long. */
export function cleanText(check: RecordCheck, field: string, value: string, options: TextOptions): string {
  const text = shaped(REMARKABLE.test(value) ? storable(check, field, value).trim() : value.trim(), options);
  if (text.length > options.max && lengthOf(text, options.max) > options.max) {
    note(check, 'too_long', 'error', field, text, { length: text.length, limit: options.max });
    return '';
  }
  return text;
}

function shaped(text: string, { singleLine }: TextOptions): string {
  return singleLine && /[\n\t]/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

function storable(check: RecordCheck, field: string, value: string): string {
  let text = value;
  if (!text.isWellFormed()) {
    note(check, 'characters_removed', 'warning', field, value);
    text = text.toWellFormed();
  }
  text = text.normalize('NFC');
  return CONTROL.test(text) ? withoutControls(check, field, text) : text;
}

function withoutControls(check: RecordCheck, field: string, value: string): string {
  const text = value.replace(/\r\n?/g, '\n');
  if (!CONTROL.test(text)) return text;
  note(check, 'characters_removed', 'warning', field, text.replace(CONTROLS, '�'));
  return text.replace(CONTROLS, '');
}

/** Counted in characters as the database does; only worth it near the limit. */
function lengthOf(text: string, max: number): number {
  return text.length > 2 * max ? text.length : [...text].length;
}
