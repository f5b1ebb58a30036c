import { ARCHIVE_FINDING_TEXTS } from './archive-finding-texts.ts';
import { categoryLabel, fieldLabel, statusLabel } from './field-labels.ts';
import { FILE_FINDING_TEXTS } from './file-finding-texts.ts';
import type { Finding, FindingText } from './finding.ts';
import { FORMAT_FINDING_TEXTS } from './format-finding-texts.ts';
import { JOB_FINDING_TEXTS } from './job-finding-texts.ts';
import { fillIn, type Locale, type LocalisedText } from './locale.ts';
import { RECORD_FINDING_TEXTS } from './record-finding-texts.ts';
import { TIDY_FINDING_TEXTS } from './safe-transforms.ts';
import { SCORE_FINDING_TEXTS } from './score-in-file.ts';
import { SKOS_FINDING_TEXTS } from './skos-finding-texts.ts';
import { UPDATE_FINDING_TEXTS } from './update-finding-texts.ts';
import { RULES } from './validation/rule-set.ts';

/** Every code a finding or a problem of an item can have, in words: one table for screens, reports and error files. */
export const FINDING_TEXTS: Readonly<Record<string, FindingText>> = {
  ...FILE_FINDING_TEXTS,
  ...FORMAT_FINDING_TEXTS,
  ...RECORD_FINDING_TEXTS,
  ...JOB_FINDING_TEXTS,
  ...ARCHIVE_FINDING_TEXTS,
  ...UPDATE_FINDING_TEXTS,
  ...SKOS_FINDING_TEXTS,
  ...TIDY_FINDING_TEXTS,
  ...SCORE_FINDING_TEXTS,
  ...Object.fromEntries(RULES.map(({ id, text }) => [id, text])),
};

/** What `type_wrong` expects, by its parameter. */
const EXPECTED: Readonly<Record<string, LocalisedText>> = {
  text: { nl: 'tekst', en: 'text' },
  text_list: { nl: 'een lijst van teksten', en: 'a list of texts' },
  list: { nl: 'een lijst', en: 'a list' },
  object: { nl: 'een object met namen en waarden', en: 'an object with names and values' },
  examples: { nl: 'een object met lijsten van voorbeelden', en: 'an object with lists of examples' },
};

/** What two definitions have in common, by the parameter of DUP-01. */
const LIKENESSES: Readonly<Record<string, LocalisedText>> = {
  same: {
    nl: 'is dezelfde definitie: een gemeenschappelijke naam, en {percentage}% van de tekst is gelijk',
    en: 'is the same definition: a name in common, and {percentage}% of the text is equal',
  },
  text: {
    nl: 'heeft bijna dezelfde tekst: {percentage}% is gelijk',
    en: 'has nearly the same text: {percentage}% is equal',
  },
  term: {
    nl: 'is hetzelfde begrip, met een andere tekst',
    en: 'is the same term, with another text',
  },
};

/** The same of many at once. */
const ALIKE_SOMEHOW: LocalisedText = {
  nl: 'heeft dezelfde naam of bijna dezelfde tekst',
  en: 'has the same name or nearly the same text',
};

/** What the database calls the disturbances that can pause a job, by its own state codes. */
const DISTURBANCES: Readonly<Record<string, LocalisedText>> = {
  '40001': { nl: 'ander werk wijzigde dezelfde gegevens', en: 'other work changed the same data' },
  '40P01': { nl: 'ander werk en dit werk wachtten op elkaar', en: 'other work and this work waited for each other' },
  '55P03': { nl: 'ander werk hield de gegevens te lang bezet', en: 'other work held the data for too long' },
  '57014': { nl: 'de database deed er te lang over', en: 'the database took too long' },
};

const SOME_DISTURBANCE: LocalisedText = { nl: 'een storing van de database', en: 'a disturbance of the database' };

const UNKNOWN: FindingText = {
  message: { nl: 'Onbekende melding: {code}.', en: 'Unknown message: {code}.' },
  advice: { nl: 'Geef deze code door aan uw beheerder.', en: 'Give this code to your administrator.' },
};

type Sayable = Pick<Finding, 'code' | 'field' | 'location' | 'value' | 'params'>;

/** A finding as two sentences for a person: what is the matter, and what to do about it. */
export function findingText(finding: Sayable, locale: Locale): { message: string; advice: string } {
  const { message, advice } = Object.hasOwn(FINDING_TEXTS, finding.code)
    ? (FINDING_TEXTS[finding.code] ?? UNKNOWN)
    : UNKNOWN;
  const params = wordsFor(finding, locale);
  return { message: fillIn(message[locale], params), advice: fillIn(advice[locale], params) };
}

/** The parameters of a finding, with names of fields and kinds of values as people say them. */
function wordsFor(finding: Sayable, locale: Locale): Record<string, string | number> {
  const { code, field, location, value, params } = finding;
  const words: Record<string, string | number> = { code, ...params };
  if (value !== undefined) words.value = value;
  if (field !== undefined) words.field = fieldLabel(field, locale);
  if (location?.line !== undefined) words.line ??= location.line;
  if (location?.file !== undefined) words.entry ??= location.file;
  if (code === 'type_wrong') words.expected = EXPECTED[String(words.expected)]?.[locale] ?? String(words.expected);
  if (code === 'paused_itself') words.state = (DISTURBANCES[String(words.state)] ?? SOME_DISTURBANCE)[locale];
  if (code === 'reference_dangling') words.hint = hintOf(String(words.meant ?? ''), locale);
  if (code === 'DUP-01') words.likeness = fillIn((LIKENESSES[String(words.likeness)] ?? ALIKE_SOMEHOW)[locale], words);
  if (code === 'ESS-02SUB1')
    for (const name of ['genus', 'category']) words[name] = categoryLabel(String(words[name]), locale);
  if (code === 'transition_not_allowed')
    for (const name of ['from', 'to']) words[name] = statusLabel(String(words[name]), locale);
  if (code === 'residue_cleaned' || code === 'header_missing') {
    for (const name of ['fields', 'columns']) if (name in words) words[name] = labels(String(words[name]), locale);
  }
  return words;
}

/** Terms that resemble one that is not there, as a question. */
function hintOf(meant: string, locale: Locale): string {
  if (meant === '') return locale === 'nl' ? 'Controleer de spelling.' : 'Check the spelling.';
  const terms = meant.split(' · ').map((term) => `“${term}”`);
  return locale === 'nl' ? `Bedoelde u ${terms.join(' of ')}?` : `Did you mean ${terms.join(' or ')}?`;
}

function labels(fields: string, locale: Locale): string {
  return fields
    .split(', ')
    .map((field) => fieldLabel(field, locale))
    .join(', ');
}
