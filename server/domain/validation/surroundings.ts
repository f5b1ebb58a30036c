import type { DefinitionContent } from '#domain/definition.ts';

type Described = Pick<
  DefinitionContent,
  | 'term'
  | 'preferredTerm'
  | 'synonyms'
  | 'category'
  | 'organisationalContext'
  | 'legalContext'
  | 'legalBasis'
  | 'classification'
>;

/** Another definition, as far as the rules that look around need to know it. */
export type Neighbour = Described & {
  /** Its id where it is stored; null where it stands in the same upload and has none yet. */
  id: string | null;
  /** Its position in the same upload; null where it is stored only. */
  position: number | null;
  /** The definition as the rules read it: normalised and in lower case, see normalise.ts. */
  text: string;
};

/** A neighbour of which the text resembles this one's by 0.8 or more, 1 being the same. */
export type Resemblance = { other: Neighbour; similarity: number };

/** One step of a cycle: who is referred to next. */
export type CycleStep = Pick<Neighbour, 'id' | 'position' | 'term'> & Partial<Pick<Neighbour, 'classification'>>;

/**
 * A way that leads from this definition through others back to it; the steps begin with this definition and do not repeat it.
 * `by`: the text mentions the next term, a relation says it is above or part of it, or a relation only refers to it.
 */
export type Cycle = { by: 'mention' | 'hierarchy' | 'reference'; steps: readonly CycleStep[] };

/** Of a longer cycle so many steps are told. */
export const MOST_CYCLE_STEPS = 9;

/**
 * What is known about other definitions around one: of the same organisation, from the upload and the database together, never
 * the definition itself. Only what was asked for is in it (see asked-names.ts), so that a name that is absent is no other's.
 */
export type Surroundings = {
  /** Who has this name (normalised, see normaliseTerm) as term, preferred term or synonym. */
  named: ReadonlyMap<string, readonly Neighbour[]>;
  /** Whose text is nearly the same, the most alike first. */
  alike: readonly Resemblance[];
  /** Whose text may stand within this one: its beginning does. */
  within: readonly Neighbour[];
  cycles: readonly Cycle[];
};
