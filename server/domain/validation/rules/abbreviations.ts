import type { DefinitionContent } from '#domain/definition.ts';
import type { RuleHit, Subject } from '#domain/validation/rule.ts';

const IN_CAPITALS = /(?<![\p{L}\p{N}-])[A-Z]{2,6}(?![\p{L}\p{N}])/gu;
const ROMAN = /^[IVXLC]+$/;
/** Known to every reader of a Dutch legal text: substances, places, legal forms, laws and treaties. */
const COMMON = new Set(
  (
    'DNA MDMA GHB LSD THC EU EG NL BE DE VN BV NV CV VOF BES BTW PIN PDF PC USB SMS GPS ' +
    'AWB AVG BW GW EVRM IVRK IVBPR VWEU VEU WVW WWM WPG WED WOR UN'
  ).split(' '),
);

/** The first abbreviation in capitals that neither the text, nor the definition's other fields, nor a term, nor common knowledge explains. */
export function isUnexplained({ content, body: { text }, settings, surroundings }: Subject): RuleHit | null {
  IN_CAPITALS.lastIndex = 0;
  for (let found = IN_CAPITALS.exec(text); found; found = IN_CAPITALS.exec(text)) {
    const [match] = found;
    const start = found.index;
    const end = start + match.length;
    if (COMMON.has(match) || ROMAN.test(match)) continue;
    // "Dienst Justitiële Inrichtingen (DJI)" and "DJI (Dienst Justitiële Inrichtingen)"
    if (text[start - 1] === '(' || text.startsWith(' (', end)) continue;
    if (settings.abbreviations.includes(match) || surroundings?.named.get(match.toLowerCase())?.length) continue;
    if (text.includes(`(${match})`) || isNamedElsewhere(content, match)) continue;
    return { start, end, match };
  }
  return null;
}

function isNamedElsewhere(content: DefinitionContent, abbreviation: string): boolean {
  const fields = [content.term, content.preferredTerm ?? '', ...content.synonyms, ...content.organisationalContext];
  return [...fields, ...content.legalBasis].some((name) => name.includes(abbreviation));
}
