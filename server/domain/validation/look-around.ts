import { isCleared } from '#domain/clearance.ts';
import type { Classification, DefinitionContent } from '#domain/definition.ts';
import { askedNames, namesOf } from './asked-names.ts';
import type { NormalisedText } from './normalise.ts';
import type { Cycle, Neighbour, Resemblance, Surroundings } from './surroundings.ts';
import { similarityTo } from './trigrams.ts';
import { indexOfWord, plainTerm } from './words.ts';

/** From so much on two texts are nearly the same. */
const ALIKE = 0.8;
const LEAST_RATIO = 0.6;
/** So many of those that are alike are worth showing. */
const MOST_ALIKE = 5;

/** Of a neighbour that many have in common this is worked out once. */
function once<T>(of: (other: Neighbour) => T): (other: Neighbour) => T {
  const known = new WeakMap<Neighbour, T>();
  return (other) => {
    const before = known.get(other);
    if (before !== undefined) return before;
    const value = of(other);
    known.set(other, value);
    return value;
  };
}

/** The names of a neighbour, see namesOf. */
export const namesOfNeighbour = once((other) => namesOf(other));

/** The definitions that were found around one: by a name it asked for, and by the keys of its text. */
export type Found = {
  named: readonly Neighbour[];
  resembling: readonly Neighbour[];
  within: readonly Neighbour[];
};

/** Whether two definitions can be meant in the same context: where both say one, they share one. */
export function shareContext(one: Contexts, other: Contexts): boolean {
  return (['organisationalContext', 'legalContext'] as const).every((field) => {
    if (one[field].length === 0 || other[field].length === 0) return true;
    return one[field].some((value) => other[field].includes(value));
  });
}
type Contexts = Pick<DefinitionContent, 'organisationalContext' | 'legalContext'>;

/** Whether the bearers of a name are wanted; see askedNames. */
type Asked = Pick<ReadonlySet<string>, 'has'>;

/**
 * Puts together what rules may know of the definitions around one. What resembles it is compared with it here, so that
 * `found` may hold more than it should; `cycles` are those that take more than two texts to find. What is classified higher than
 * this one is left out: what rules remark is kept with it, for everybody who may see it.
 */
export function lookAround(
  content: DefinitionContent,
  body: NormalisedText,
  found: Found,
  cycles: readonly Cycle[] = [],
  asked: Asked = askedNames(content, body.lower),
): Surroundings {
  const named = new Map<string, Neighbour[]>();
  const isKnown = (other: { classification?: Classification }) =>
    isCleared(content.classification, other.classification ?? content.classification);
  for (const other of found.named.filter(isKnown))
    for (const name of namesOfNeighbour(other)) {
      if (!asked.has(name)) continue;
      const bearers = named.get(name);
      if (bearers) bearers.push(other);
      else named.set(name, [other]);
    }
  const namesakes = namesOf(content).flatMap((name) => named.get(name) ?? []);
  const alike = resemblances(body.lower, new Set([...found.resembling.filter(isKnown), ...namesakes]));
  const open = cycles.filter(({ steps }) => steps.every(isKnown));
  return {
    named,
    alike,
    within: found.within.filter(isKnown),
    cycles: [...open, ...mutualMentions(content, body, named)],
  };
}

function resemblances(lower: string, others: ReadonlySet<Neighbour>): Resemblance[] {
  if (others.size === 0) return [];
  const similarity = similarityTo(lower);
  const alike: Resemblance[] = [];
  for (const other of others) {
    // No text is nearly the same as one that is so much longer.
    const ratio = other.text.length / lower.length;
    if (ratio < LEAST_RATIO || ratio > 1 / LEAST_RATIO) continue;
    const share = other.text === lower ? 1 : similarity(other.text);
    if (share >= ALIKE) alike.push({ other, similarity: share });
  }
  return alike.sort((a, b) => b.similarity - a.similarity || byTerm(a.other, b.other)).slice(0, MOST_ALIKE);
}

function byTerm(one: Neighbour, other: Neighbour): number {
  return one.term < other.term ? -1 : one.term > other.term ? 1 : 0;
}

/** Definitions that explain each other: the text mentions a term, and the text of that term mentions this one. */
function mutualMentions(
  content: DefinitionContent,
  body: NormalisedText,
  named: ReadonlyMap<string, readonly Neighbour[]>,
): Cycle[] {
  const own = new Set(namesOf(content));
  const term = plainTerm(content.term).toLowerCase();
  const self = { id: null, position: null, term: content.term };
  const met = new Set<Neighbour>();
  for (const [name, bearers] of named) {
    if (own.has(name) || indexOfWord(body.lower, name) < 0) continue;
    for (const other of bearers) if (shareContext(content, other) && indexOfWord(other.text, term) >= 0) met.add(other);
  }
  return [...met].sort(byTerm).map(({ id, position, term: name }) => {
    return { by: 'mention', steps: [self, { id, position, term: name }] };
  });
}
