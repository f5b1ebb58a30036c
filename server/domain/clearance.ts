import { type Actor, readScope } from './access.ts';
import { CLASSIFICATIONS, type Classification } from './definition.ts';

/**
 * What somebody, or a job on their behalf, sees of the definitions there are. Everything that reads definitions takes one and goes
 * through db/queries/visible-definitions.ts with it.
 */
export type Sight = {
  /** The organisation they belong to; null: they look at every organisation. */
  scope: string | null;
  clearance: Classification;
  /** Whether what other organisations share with theirs counts: to be read, never to be changed. */
  shared: boolean;
};

/** On whose behalf something is changed, or looked up to change something: a person, or a job with the clearance of who started it. */
export type Own = { organisationId: string; clearance: Classification };

type Cleared = Pick<Actor, 'role' | 'organisationId' | 'clearance'>;

/** What a person may read. */
export function sightOf(actor: Cleared): Sight {
  return { scope: readScope(actor), clearance: actor.clearance, shared: true };
}

/** What a job may take in: nothing but its organisation's own, or with `shared` also what others share with it. */
export function sightOfOwn(own: Own, { shared = false } = {}): Sight {
  return { scope: own.organisationId, clearance: own.clearance, shared };
}

/** The lowest classification is 0. */
export function rankOf(classification: Classification): number {
  return CLASSIFICATIONS.indexOf(classification);
}

/** Whether this clearance is enough for what is classified so. */
export function isCleared(clearance: Classification, classification: Classification): boolean {
  return rankOf(clearance) >= rankOf(classification);
}

/** The highest of some classifications; the lowest there is when there are none. */
export function highestOf(classifications: Iterable<Classification>): Classification {
  let highest: Classification = CLASSIFICATIONS[0];
  for (const one of classifications) if (rankOf(one) > rankOf(highest)) highest = one;
  return highest;
}
