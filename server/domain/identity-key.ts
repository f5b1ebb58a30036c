import type { DefinitionContent } from './definition.ts';

type Identity = Pick<DefinitionContent, 'term' | 'organisationalContext' | 'legalContext' | 'legalBasis' | 'category'>;

const PLAIN = /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/;

/** Lower case, NFC, inner white space folded, without trailing punctuation: how two spellings of a term are compared. */
export function normaliseTerm(term: string): string {
  // Most terms, and most names of contexts but for their capitals, are as they should be; that is seen faster than mended.
  if (PLAIN.test(term)) return term;
  const lower = term.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return term
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.,;:]+$/, '');
}

/**
 * The text that identifies a definition within its organisation: the normalised term, the three contexts (sorted) and the
 * category. The same term in another context is another definition. Hash it before storing: it can be long.
 */
export function identityText(identity: Identity): string {
  const contexts = [identity.organisationalContext, identity.legalContext, identity.legalBasis];
  const parts = [normaliseTerm(identity.term), ...contexts.map(normaliseContext), identity.category];
  return parts.join('\u001f');
}

function normaliseContext(values: readonly string[]): string {
  return [...new Set(values.map(normaliseTerm))].sort().join('\u001e');
}
