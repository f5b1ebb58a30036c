import { bareOf, type Detector, whereThereIs } from './hit.ts';

/** How long an account number is in each country of the registry. */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 ' +
    'LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 ' +
    'RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const START = /(?<![\p{L}\p{N}])[A-Za-z]{2}[ \u00a0.-]?\d{2}(?=[ \u00a0.-]?[A-Za-z0-9])/gu;
const SEPARATOR = /[ \u00a0\u2009\u202f.-]/;
const ALPHANUMERIC = /[A-Za-z0-9]/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const MAY_HAVE = /[A-Za-z]{2}[ \u00a0.-]?\d{2}/;

/** Account numbers of the length of their country whose check digits are right (ISO 13616, modulo 97). */
export const findIban = whereThereIs(MAY_HAVE, (text) => {
  const found: ReturnType<Detector> = [];
  for (const { index: start } of text.matchAll(START)) {
    const length = LENGTHS[text.slice(start, start + 2).toUpperCase()];
    const end = length === undefined ? null : endOf(text, start, length);
    if (end === null) continue;
    const value = bareOf(text.slice(start, end));
    if (remainder(value) === 1) found.push({ start, end, value });
  }
  return found;
});

/** Where `length` letters and digits end, with at most one space or hyphen between two; null when there are fewer, or more. */
function endOf(text: string, start: number, length: number): number | null {
  let at = start;
  for (let count = 0; count < length; at++) {
    const character = text[at] ?? '';
    if (ALPHANUMERIC.test(character)) count++;
    else if (!SEPARATOR.test(character) || SEPARATOR.test(text[at - 1] ?? '')) return null;
  }
  return LETTER_OR_DIGIT.test(text[at] ?? '') ? null : at;
}

/** The country and its check digits go to the end, letters become numbers from 10; taken modulo 97 piece by piece. */
function remainder(iban: string): number {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const number = Number.parseInt(character, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest;
}
