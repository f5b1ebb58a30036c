import type { CaseReference, DefinitionContent } from './definition.ts';
import { findLegalIdentifiers, type LegalIdentifier, parseLegalIdentifier } from './legal-identifiers.ts';

/** Most sources are laws and books: only what has the beginning of one of these is looked at. */
const MAY_BE_A_CASE = /ECLI:|CV EXPL|\bC\/\d|\b(?:AWB|SGR|AMS|UTR) ?\d|\bPL\d{4}|CJIB|\d{2}[-/]\d{6}/;

/**
 * The cases that a definition's legal basis and its sources are about: an ECLI wherever it stands in them, since nothing else is
 * written like that, and the number of a case where that is all there is.
 */
export function citedCases({
  legalBasis,
  sources,
}: Pick<DefinitionContent, 'legalBasis' | 'sources'>): CaseReference[] {
  const texts = [
    ...legalBasis,
    ...sources.flatMap(({ title, uri, citation }) => [title, uri ?? '', citation ?? '']),
  ].map(withColons);
  const cases = new Map<string, CaseReference>();
  for (const text of texts)
    for (const one of MAY_BE_A_CASE.test(text) ? casesIn(text) : []) cases.set(`${one.kind} ${one.value}`, one);
  return [...cases.values()];
}

/** Addresses may have the colons of an ECLI written otherwise. */
function withColons(text: string): string {
  return text.replaceAll(/%3a/gi, ':');
}

function casesIn(text: string): CaseReference[] {
  const whole = parseLegalIdentifier(text);
  const found = whole
    ? [whole]
    : findLegalIdentifiers(text)
        .map(({ identifier }) => identifier)
        .filter(isEcli);
  return found.flatMap((identifier) => caseOf(identifier) ?? []);
}

function isEcli({ kind }: LegalIdentifier): boolean {
  return kind === 'ecli';
}

function caseOf(identifier: LegalIdentifier): CaseReference | null {
  switch (identifier.kind) {
    case 'ecli':
    case 'parketnummer':
    case 'zaaknummer':
    case 'rolnummer':
    case 'proces-verbaal':
    case 'cjib':
      return { kind: identifier.kind, value: identifier.value };
    default:
      return null;
  }
}
