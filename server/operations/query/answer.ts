import type { LookedUp } from '#db/queries/look-up-terms.ts';
import type { TermItem, TermOutcome } from '#db/queries/term-items.ts';
import { normaliseTerm } from '#domain/identity-key.ts';

type Match = Omit<LookedUp, 'name' | 'similarity'> & {
  foundBy: 'term' | 'preferred_term' | 'synonym' | 'similarity';
  /** 0 to 1; only for what resembles the term. */
  similarity?: number;
};

/** What there is to say about one term that was asked for. */
export type Answer = { term: string; outcome: 'found' | 'similar' | 'not_found'; matches: Match[] };

/** Answers a term with what was found by its name, or else with what resembles it. */
export function answer({ term }: TermItem, found: readonly LookedUp[], similar: readonly LookedUp[]): Answer {
  if (found.length > 0) return { term, outcome: 'found', matches: found.map(toMatch) };
  const outcome = similar.length > 0 ? 'similar' : 'not_found';
  return { term, outcome, matches: similar.map(toMatch) };
}

/** What becomes of the item: found by its term goes before found by another name. */
export function outcomeOf({ position }: TermItem, { outcome, matches }: Answer): TermOutcome {
  const [best] = matches;
  if (outcome !== 'found' || !best) {
    const reason = outcome === 'similar' ? 'only_similar' : 'nothing_found';
    return { position, found: false, reason, definitionId: null, verdict: null, qualityScore: null };
  }
  const reason = best.foundBy === 'term' ? 'found_by_term' : 'found_by_other_name';
  const { id: definitionId, verdict, qualityScore } = best;
  return { position, found: true, reason, definitionId, verdict, qualityScore };
}

function toMatch({ name, similarity, ...definition }: LookedUp): Match {
  if (similarity !== null) {
    return { foundBy: 'similarity', similarity: Math.round(similarity * 100) / 100, ...definition };
  }
  if (normaliseTerm(definition.term) === name) return { foundBy: 'term', ...definition };
  const { preferredTerm } = definition;
  const isPreferred = preferredTerm !== null && normaliseTerm(preferredTerm) === name;
  return { foundBy: isPreferred ? 'preferred_term' : 'synonym', ...definition };
}
