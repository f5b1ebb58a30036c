import { MOST_TERM_LENGTH, MOST_TERMS } from '#contract/redaction.ts';

export type TermProblem = { code: 'tooLong' | 'tooMany' | 'noWord'; term: string };

/** The terms in a field with one to a line; the same term twice is one. */
export function readTerms(text: string): string[] {
  const terms = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return [...new Map(terms.map((term) => [term.toLowerCase(), term])).values()];
}

/** The first that cannot be saved, and why; null when all can. */
export function wrongTerm(terms: readonly string[]): TermProblem | null {
  const tooLong = terms.find((term) => term.length > MOST_TERM_LENGTH);
  if (tooLong) return { code: 'tooLong', term: tooLong };
  const noWord = terms.find((term) => !/[\p{L}\p{N}]/u.test(term));
  if (noWord) return { code: 'noWord', term: noWord };
  return terms.length > MOST_TERMS ? { code: 'tooMany', term: '' } : null;
}
