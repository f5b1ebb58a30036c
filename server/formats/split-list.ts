import { listInText, taggedLiterals } from './residue.ts';

/** A citation has commas of its own: "art. 3:2, eerste lid, Awb" is one legal basis, not three. */
const CITATION = /\d|\b(?:art|artikel|lid|onder|hoofdstuk|afdeling|paragraaf|titel|boek)\b/i;

/**
 * The entries of a list in one cell or text: a JSON list, `"…"@nl` literals, or entries parted by `;`, `|` or line ends.
 * `commas` also parts at commas, as the predecessor wrote lists, except inside citations.
 */
export function splitList(text: string, { commas }: { commas: boolean }): string[] {
  const known = listInText(text)?.map(entryText) ?? literalsOnly(text);
  if (known) return known;
  if (/[;|\n]/.test(text)) return partsOf(text, /[;|\n]/);
  return commas && !CITATION.test(text) ? partsOf(text, ',') : partsOf(text, /\n/);
}

/** Example sentences hold semicolons themselves, so only ` | ` parts them, or a `;` after the end of a sentence. */
export function splitExamples(text: string): string[] {
  const known = listInText(text)?.map(entryText) ?? literalsOnly(text);
  if (known) return known;
  return partsOf(text, /\s\|\s/.test(text) ? /\s\|\s/ : /(?<=[.!?…"”’])\s*;\s+/);
}

/** An entry of a list as text; numbers and booleans too, because a cell has no types. */
export function entryText(entry: unknown): string {
  if (typeof entry === 'string') return literalsOnly(entry)?.join(' ') ?? entry;
  return typeof entry === 'object' ? (JSON.stringify(entry) ?? '') : String(entry);
}

function literalsOnly(text: string): string[] | null {
  if (!text.includes('"@')) return null;
  const tagged = taggedLiterals(text);
  return tagged && tagged.rest.trim() === '' ? tagged.values : null;
}

function partsOf(text: string, separator: string | RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}
