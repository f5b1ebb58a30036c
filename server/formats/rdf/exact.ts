import { canonicalJson } from '#domain/canonical.ts';
import { CONTENT_FIELDS, type DefinitionContent } from '#domain/definition.ts';

/** What can be in a text of ours, and in Turtle and JSON, but not in XML in any way. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** The same as JSON shows it; may see one where there is none, but never the other way around. */
const PERHAPS = /[\ufffe\uffff]|\\u00|\\[bf]/;

/**
 * Content with nothing in it that XML could not hold, the same in every syntax, and the fields that had to be changed for it as
 * JSON; null when there were none, as in all but one definition in a million.
 */
export function writableContent(content: DefinitionContent): { content: DefinitionContent; exact: string | null } {
  if (!PERHAPS.test(JSON.stringify(content))) return { content, exact: null };
  const written = writable(content) as DefinitionContent;
  const changed = CONTENT_FIELDS.filter((field) => JSON.stringify(content[field]) !== JSON.stringify(written[field]));
  if (changed.length === 0) return { content, exact: null };
  return { content: written, exact: jsonText(Object.fromEntries(changed.map((field) => [field, content[field]]))) };
}

/** Puts fields back as they were, as far as what was read is still what was made of them. */
export function restoreExact(fields: Record<string, unknown>, exact: Readonly<Record<string, unknown>>): void {
  for (const [field, value] of Object.entries(exact)) {
    const read = withEmptyKinds(field, fields[field]);
    if (canonicalJson(writable(value)) === canonicalJson(read)) fields[field] = value;
  }
}

/** JSON in which nothing stands that XML could not hold: what it does not escape itself are two signs. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(UNWRITABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

/** A text that every syntax can hold. */
export function writableText(text: string): string {
  return text.toWellFormed().replace(UNWRITABLE, '\ufffd');
}

function writable(value: unknown): unknown {
  if (typeof value === 'string') return writableText(value);
  if (Array.isArray(value)) return value.map(writable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [writableText(name), writable(inner)]));
}

function withEmptyKinds(field: string, value: unknown): unknown {
  if (field !== 'examples' || typeof value !== 'object') return value;
  return { sentence: [], practical: [], counter: [], ...value };
}
