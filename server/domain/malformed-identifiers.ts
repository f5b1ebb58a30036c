import { findLegalIdentifiers } from './legal-identifiers.ts';

/** What says that an identifier is meant, whatever comes after it. */
const MEANT = /\b(?:(ECLI)[:\s]|(jci)\d|(BWB)[A-Z]?\d|(CVDR)[\d_]|(CELEX)[:\s]|(eli)\/(?:reg|dir|dec)\b)\S*/gi;
const MAY_BE_MEANT = /ECLI|jci|BWB|CVDR|CELEX|eli\//i;
const NAMES: Readonly<Record<string, string>> = {
  ecli: 'ECLI',
  jci: 'JCI',
  bwb: 'BWB',
  cvdr: 'CVDR',
  celex: 'CELEX',
  eli: 'ELI',
};

/** What in a text is meant as an identifier of law, by how it begins, but is not written as one. */
export function malformedIdentifiers(text: string): { name: string; value: string }[] {
  if (!MAY_BE_MEANT.test(text)) return [];
  const found = findLegalIdentifiers(text);
  return [...text.matchAll(MEANT)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const name = match.slice(1).find((group) => group !== undefined) ?? '';
    // "CELEX:" is said before one, and no part of it; elsewhere something good within does not make the whole good.
    const begin = name.toUpperCase() === 'CELEX' ? end : start;
    if (found.some((good) => good.start <= begin && good.end > start)) return [];
    return [{ name: NAMES[name.toLowerCase()] ?? name, value: match[0] }];
  });
}
