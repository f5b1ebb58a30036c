import type { DefinitionContent } from '#domain/definition.ts';
import { normaliseTerm } from '#domain/identity-key.ts';
import { singularsOf } from './singulars.ts';
import { isFunctionWord } from './text-keys.ts';
import { plainTerm } from './words.ts';

type Named = Pick<DefinitionContent, 'term' | 'preferredTerm' | 'synonyms'>;

const PREPOSITIONS = /^(?:van|tot|voor|in|op|aan|bij|met|door|over|uit|om|ter|ten|tegen|onder|zonder|naar|na|tussen)$/;
/** Of a compound such as "procesmodel" the last part has so many letters at the least, and so many stand before it. */
const LEAST_LAST_PART = 4;
const LEAST_FIRST_PART = 3;
/** A name that is mentioned in a text has so many words at the most. */
const MENTION_WORDS = 4;
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** The names a definition goes by, normalised and each once: its term, with and without a part in brackets, and the others. */
export function namesOf({ term, preferredTerm, synonyms }: Named): string[] {
  const names = [term, plainTerm(term), ...(preferredTerm === null ? [] : [preferredTerm]), ...synonyms];
  return [...new Set(names.map(normaliseTerm))].filter((name) => name !== '');
}

/**
 * The terms that a term may be a special case of, the longest first: "bevel" of "bevel tot bewaring", "bewaring" of
 * "voorlopige bewaring", and every ending of a compound, of which the known one is meant.
 */
export function headNamesOf(term: string): string[] {
  const words = normaliseTerm(plainTerm(term)).split(' ');
  if (words.length === 1) return endingsOf(words[0] as string);
  const preposition = words.findIndex((word, index) => index > 0 && PREPOSITIONS.test(word));
  const phrase = preposition > 0 ? words.slice(0, preposition) : words;
  const heads = phrase.map((_, index) => phrase.slice(index).join(' '));
  return preposition > 0 ? heads : heads.slice(1);
}

function endingsOf(word: string): string[] {
  const endings: string[] = [];
  for (let at = LEAST_FIRST_PART; at + LEAST_LAST_PART <= word.length; at++) endings.push(word.slice(at));
  return endings;
}

/** Every run of words in a text that may be somebody's name, each once and in the order of the text. */
export function mentionsIn(lower: string): Set<string> {
  const names = new Set<string>();
  // Of the words before the present one those that a name may begin with, while nothing but one character stands between them.
  let begins: number[] = [];
  let end = -1;
  for (const found of lower.matchAll(WORD)) {
    const start = found.index;
    if (start !== end + 1) begins = [];
    end = start + found[0].length;
    const joins = isFunctionWord(found[0]);
    if (begins.length === MENTION_WORDS) begins.shift();
    begins.push(joins ? NO_NAME : start);
    if (joins) continue;
    for (const begin of begins) if (begin !== NO_NAME) names.add(lower.slice(begin, end));
  }
  return names;
}

/** Stands for a word that no name begins with. */
const NO_NAME = -1;

/** The names by which others may be the same definition, or be what this one is a special case or the plural of. */
export function kindredNames(content: Named): Set<string> {
  const singulars = singularsOf(normaliseTerm(content.term));
  return new Set([...namesOf(content), ...headNamesOf(content.term), ...singulars]);
}

/** Every name that rules want to know the bearers of: the kindred ones and those that the text mentions. */
export function askedNames(content: Named, lower: string): Set<string> {
  const asked = kindredNames(content);
  for (const name of mentionsIn(lower)) asked.add(name);
  return asked;
}
