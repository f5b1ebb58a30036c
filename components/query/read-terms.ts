import { MAX_QUERY_TERMS } from '#contract/batches.ts';
import { MAX_TERM_LENGTH } from '#domain/definition.ts';

/** What was pasted or read from a file, ready to be sent or not. */
export type Terms = {
  /** Each term once, in the order they came. */
  terms: string[];
  /** Lines that say the same as one before them. */
  duplicates: number;
  /** Terms that are longer than any term can be; they are left out. */
  tooLong: number;
  /** More than one job looks up. */
  tooMany: boolean;
};

/** One term per line. Terms that differ only in capitals or spacing are the same one: they are looked up that way. */
export function readTerms(lines: Iterable<string>): Terms {
  const seen = new Set<string>();
  const terms: string[] = [];
  let duplicates = 0;
  let tooLong = 0;
  for (const line of lines) {
    const trimmed = line.trim();
    const term = /\s\s|[^\S ]/.test(trimmed) ? trimmed.replaceAll(/\s+/g, ' ') : trimmed;
    if (term === '') continue;
    if (term.length > MAX_TERM_LENGTH) {
      tooLong += 1;
      continue;
    }
    const spelling = term.toLowerCase();
    if (seen.has(spelling)) duplicates += 1;
    else {
      seen.add(spelling);
      terms.push(term);
    }
  }
  return { terms, duplicates, tooLong, tooMany: terms.length > MAX_QUERY_TERMS };
}

/** The lines of a text, whatever ends them. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

/** What a list of terms is headed with, where it is headed at all. */
const HEADINGS = new Set(['begrip', 'begrippen', 'term', 'terms', 'termen', 'gezocht', 'name', 'naam', 'concept']);
const DELIMITERS = [';', '\t', ','] as const;

/**
 * The first column of a CSV file, without its heading. The delimiter is the one that occurs most outside quotes in the first
 * record; a quoted value may hold delimiters and line ends.
 */
export function firstColumn(text: string): string[] {
  const records = firstValues(text, delimiterOf(text));
  const [head = ''] = records;
  return HEADINGS.has(head.trim().toLowerCase()) ? records.slice(1) : records;
}

function delimiterOf(text: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) break;
    else if (!quoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const [best = [';', 0] as const] = [...counts].sort(([, a], [, b]) => b - a);
  return best[0];
}

function firstValues(text: string, delimiter: string): string[] {
  const values: string[] = [];
  let value = '';
  let quoted = false;
  let column = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') value += column === 0 ? sign : '';
      else if (text.charAt(at + 1) === '"') {
        if (column === 0) value += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === delimiter) column += 1;
    else if (sign === '\n' || sign === '\r') {
      values.push(value);
      value = '';
      column = 0;
    } else if (column === 0) value += sign;
  }
  values.push(value);
  return values.filter((one) => one.trim() !== '');
}
