const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Where `name` stands in `text` as a whole word, not before `from`; -1 when it does not. Compares exactly. */
export function indexOfWord(text: string, name: string, from = 0): number {
  if (name === '') return -1;
  for (let at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1)) {
    if (isBoundary(text, at - 1) && isBoundary(text, at + name.length)) return at;
  }
  return -1;
}

/** Whether no word goes on at this position. */
export function isBoundary(text: string, at: number): boolean {
  const char = text[at];
  return char === undefined || !LETTER_OR_DIGIT.test(char);
}

/** A term without a part in brackets behind it: "Strafrechtketennummer (SKN)" is about strafrechtketennummer. */
export function plainTerm(term: string): string {
  return term.replace(/ ?\([^()]*\)$/, '').trim();
}

const DETERMINER = /^(?:(?:de|het|een|elke?|ieder[e]?|alle) )+/;

/** How many characters of a text are articles and the like before its first meaningful word. */
export function determinerLength(lower: string): number {
  return DETERMINER.exec(lower)?.[0].length ?? 0;
}

const VERB_AFTER_TERM =
  /^ (?:is|zijn|omvat|omvatten|betekent|betreft|betreffen|houdt|wordt|worden|kan|kunnen|heeft|hebben|bestaat|bestaan|vormt|vormen|geeft|dient|moet|mag)\b/;

/**
 * Whether the text opens with the term itself, and how: `start` and `end` of the term, and `verbEnd` when a verb follows, as
 * in a sentence about the term. Null when it opens with something else.
 */
export function openingTerm(
  lower: string,
  term: string,
): { start: number; end: number; verbEnd: number | null } | null {
  const name = plainTerm(term).toLowerCase();
  const start = determinerLength(lower);
  const end = start + name.length;
  if (name === '' || !lower.startsWith(name, start) || !isBoundary(lower, end)) return null;
  const verb = VERB_AFTER_TERM.exec(lower.slice(end, end + 20));
  return { start, end, verbEnd: verb ? end + verb[0].length : null };
}
