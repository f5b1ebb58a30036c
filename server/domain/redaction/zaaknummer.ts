import { bareOf, type Detector, HYPHEN, SPACE } from './hit.ts';

const ROLL = `(?:HA|KG|FA|JE|FT|CV|EJ|VZ|OA|HO)(?:${SPACE}(?:ZA|RK|EXPL|VERZ))?`;
const COURTS =
  'AWB|AMS|ROT|SGR|UTR|HAA|ARN|BRE|SHE|LEE|GRO|ALK|ZWO|ASS|MAA|ROE|ALM|DOR|ZUT|MID|DHA|NHO|NNE|OBR|ZWB|LIM|MNE|OVE|GEL|BK|WAHV';
const BOARDS = 'AOW|AKW|ANW|BBZ|IOAW|NABW|PW|TW|WAJONG|WAO|WAZ|WIA|WLZ|WMO|WSF|WSW|WUBO|WW|WWB|ZW|ZVW|AW|MAW';
const BEFORE = `(?<![\\p{L}\\p{N}/]|\\p{N}[.,]|\\p{N}${HYPHEN})`;
const AFTER = `(?![\\p{L}\\p{N}]|[/]\\p{N}|${HYPHEN}\\p{N})`;

/** As courts write them; each is known by its form. */
const FORMS: readonly RegExp[] = [
  // Civil: C/13/123456 / HA ZA 21-123
  new RegExp(
    `${BEFORE}C/\\d{2}/\\d{5,6}(?:${SPACE}{0,2}/?${SPACE}{0,2}${ROLL}${SPACE}\\d{2}(?:${HYPHEN}|/)\\d{1,5})?${AFTER}`,
    'gu',
  ),
  new RegExp(
    `${BEFORE}(?:\\d{4,9}${SPACE}/?${SPACE}?)?(?:HA ZA|KG ZA|HA RK|FA RK|FT RK|JE RK|KG RK)${SPACE}\\d{2}(?:${HYPHEN}|/)\\d{1,5}${AFTER}`,
    'gu',
  ),
  // Sub-district: 8123456 CV EXPL 21-123
  new RegExp(
    `${BEFORE}\\d{1,9}${SPACE}?/?${SPACE}?(?:CV EXPL|EJ VERZ|VZ VERZ|HA VERZ|OA VERZ|CV)${SPACE}\\d{2}(?:${HYPHEN}|/)\\d{1,6}${AFTER}`,
    'gu',
  ),
  // Administrative: SGR 21/1234, AWB 20/123 and 20/124
  new RegExp(`${BEFORE}(?:${COURTS})(?:${SPACE}|_|${HYPHEN})?\\d{2}(?:/|_)\\d{1,5}${AFTER}`, 'gu'),
  // Central appeals: 19/1234 WIA
  new RegExp(`${BEFORE}\\d{2}/\\d{1,5}${SPACE}(?:${BOARDS})(?:${HYPHEN}(?:T|PV|VV|R|G))?(?![\\p{L}\\p{N}])`, 'gu'),
  // Council of State: 201912345/1/A2
  new RegExp(`${BEFORE}20\\d{7}/\\d{1,2}/[A-Z]\\d(?![\\p{L}\\p{N}])`, 'gu'),
  // Court of appeal: 200.123.456/01
  new RegExp(`${BEFORE}\\d{3}\\.\\d{3}\\.\\d{3}/\\d{2}(?![\\p{L}\\p{N}])`, 'gu'),
  // Insolvency: F.13/21/123
  new RegExp(`${BEFORE}[FRS]\\.\\d{2}/\\d{2}/\\d{1,5}${AFTER}`, 'gu'),
];

const WORDS =
  '(?:zaak(?:nummers?|nrs?\\b\\.?|-?id|kenmerk)|zaak(?:nummer)?-?\\s?(?:en|/)\\s?rol(?:nummers?|nr\\b\\.?)|rol(?:nummers?|nr\\b\\.?)|rekest(?:nummers?|nr\\b\\.?)|procedure(?:nummers?|nr\\b\\.?)|dossier(?:nummers?|nr\\b\\.?)|insolventie(?:nummers?|nr\\b\\.?)|beroeps?nummers?|(?:ons|uw|zaak)\\skenmerk)';
const TOKEN = '((?=[\\p{L}\\p{N}./_-]{0,20}\\d)[\\p{L}\\p{N}][\\p{L}\\p{N}./_\\u2011-]{2,39})';
/** Behind the word anything with digits in it; letters, digits and marks, no spaces but inside what courts write. */
const NAMED = new RegExp(`\\b${WORDS}[\\s:=.]{0,5}(?:(?:is|was|nr\\.?|nummer|met|van)[\\s:]{1,3})?${TOKEN}`, 'giu');
/** And the next one of a row. */
const NEXT = new RegExp(`(?:,\\s|\\sen\\s|\\sof\\s|\\s?/\\s|;\\s)${TOKEN}`, 'yu');
/** Of what stands behind the word, at least so many digits. */
const LEAST_DIGITS = 4;
const DATE = /^\d{1,2}[-./]\d{1,2}[-./]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/;

/** Case, roll, request and file numbers of courts and of the organisations around them. */
export const findZaaknummer: Detector = (text) => {
  const formed = FORMS.flatMap((form) => [...text.matchAll(form)]).map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    value: bareOf(written),
  }));
  const named = [...text.matchAll(NAMED)].flatMap((match) => [match, ...nextOf(text, match)]).flatMap(numberIn);
  return [...formed, ...named];
};

/** The numbers that follow in a row: "zaaknummers 8123456, 8123457 en 8123458". */
function nextOf(text: string, first: RegExpExecArray): RegExpExecArray[] {
  const row: RegExpExecArray[] = [];
  NEXT.lastIndex = first.index + first[0].length;
  for (let match = NEXT.exec(text); match; match = NEXT.exec(text)) row.push(match);
  return row;
}

function numberIn(match: RegExpExecArray): ReturnType<Detector> {
  const whole = match[1] ?? '';
  const written = whole.replace(/[./_-]+$/, '');
  if ((written.match(/\d/g)?.length ?? 0) < LEAST_DIGITS || DATE.test(written)) return [];
  const start = match.index + match[0].length - whole.length;
  return [{ start, end: start + written.length, value: bareOf(written) }];
}
