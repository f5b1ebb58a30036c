/** What parts the entries of a list in one cell, and what an entry may look like that is no plain text. */
const NEEDS_JSON = /[;|\n\r]|^\s*\[|^\s*$|"@/;

/** A value of a record as a cell that reads back as the same value: texts as they are, lists with `; ` between, the rest as JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  const isPlainList =
    Array.isArray(value) && value.every((entry) => typeof entry === 'string' && !NEEDS_JSON.test(entry));
  return isPlainList ? value.join('; ') : JSON.stringify(value);
}
