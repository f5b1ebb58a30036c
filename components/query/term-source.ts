import { linesOf } from './read-terms.ts';

/** Where the terms are: in a field to type in, or, when they are many, in a list that is only shown in part. */
export type TermSource =
  | { kind: 'typed'; text: string }
  | {
      kind: 'list';
      /** The file they came from; null for what was pasted. */
      name: string | null;
      lines: readonly string[];
    };

/** A field with more than this answers too slowly to type in. */
const MOST_IN_FIELD = 50_000;

export const NO_TERMS: TermSource = { kind: 'typed', text: '' };

/** The terms of a file: in the field as long as one can still type there. */
export function fromFile(name: string, lines: readonly string[]): TermSource {
  const characters = lines.reduce((sum, line) => sum + line.length + 1, 0);
  return characters > MOST_IN_FIELD ? { kind: 'list', name, lines } : { kind: 'typed', text: lines.join('\n') };
}

/** What becomes of a paste: a list when it is too much for the field, with what stood there; null leaves it to the field. */
export function fromPaste(text: string, pasted: string): TermSource | null {
  if (text.length + pasted.length <= MOST_IN_FIELD) return null;
  return { kind: 'list', name: null, lines: [...linesOf(text), ...linesOf(pasted)] };
}

export function linesIn(source: TermSource): readonly string[] {
  return source.kind === 'list' ? source.lines : linesOf(source.text);
}
