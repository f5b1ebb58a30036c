import { CONTENT_FIELDS, type DefinitionContent } from './definition.ts';

/**
 * One spelling for equal content: fields in a fixed order, object keys sorted, text in NFC. Two definitions say the same
 * exactly when these strings are equal, so their SHA-256 is the content hash. Lists keep their order: it carries meaning.
 */
export function canonicalContent(content: DefinitionContent): string {
  return `{${CONTENT_FIELDS.map((field) => `"${field}":${canonicalJson(content[field])}`).join(',')}}`;
}

/** Below this every text is in NFC already, and most texts are: looking costs far less than normalising. */
const MAY_COMBINE = /[\u0300-\uffff]/;
const inNfc = (text: string) => (MAY_COMBINE.test(text) ? text.normalize('NFC') : text);

/** JSON with sorted keys and NFC text (after RFC 8785, for the value kinds a definition has). */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(inNfc(value));
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value as Record<string, unknown>).filter(([, v]) => v !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, v]) => `${JSON.stringify(inNfc(key))}:${canonicalJson(v)}`).join(',')}}`;
}
