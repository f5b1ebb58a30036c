import { type FoundIdentifier, findLegalIdentifiers, type LegalIdentifier } from './legal-identifiers.ts';
import { realDate } from './real-date.ts';

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

/** In JuriConnect: the days of which the text, and of which the knowledge of it, is meant, and from when to when. */
const DAYS = ['g', 'z', 's', 'e'];

/** What in a text is meant as an identifier of law, by how it begins, but is not written as one, or names a day that never was. */
export function malformedIdentifiers(text: string): { name: string; value: string }[] {
  if (!MAY_BE_MEANT.test(text)) return [];
  const found = findLegalIdentifiers(text);
  const written = [...text.matchAll(MEANT)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const name = match.slice(1).find((group) => group !== undefined) ?? '';
    // "CELEX:" is said before one, and no part of it; elsewhere something good within does not make the whole good.
    const begin = name.toUpperCase() === 'CELEX' ? end : start;
    if (found.some((good) => good.start <= begin && good.end > start)) return [];
    return [{ name: NAMES[name.toLowerCase()] ?? name, value: match[0] }];
  });
  return [...written, ...found.flatMap(withoutSuchADay)];
}

function withoutSuchADay({ text, identifier }: FoundIdentifier): { name: string; value: string }[] {
  const isWrong = daysOf(identifier).some((day) => realDate(...day.split('-')) === null);
  return isWrong ? [{ name: NAMES[identifier.kind] ?? identifier.kind, value: text }] : [];
}

function daysOf(identifier: LegalIdentifier): string[] {
  if (identifier.kind === 'bwb') return identifier.date === null ? [] : [identifier.date];
  if (identifier.kind !== 'jci') return [];
  return identifier.parts.flatMap(([name, value]) => (DAYS.includes(name) ? [value] : []));
}
