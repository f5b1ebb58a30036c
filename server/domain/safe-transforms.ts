import type { DefinitionContent } from './definition.ts';
import type { Finding, FindingText } from './finding.ts';
import { clip } from './finding.ts';
import { normaliseTerm } from './identity-key.ts';
import type { LocalisedText } from './locale.ts';

/**
 * Repairs that take no judgement: the words and their meaning stay, only the way they are written down changes. Each can be
 * shown as a difference first and taken back afterwards.
 */
export const SAFE_TRANSFORMS = ['spacing', 'residue', 'end_punctuation', 'list_values', 'date_form'] as const;
export type SafeTransformName = (typeof SAFE_TRANSFORMS)[number];

type SafeTransform = {
  name: LocalisedText;
  /** What a definition is said to have that this would change. */
  finding: string;
  text: FindingText;
  /** The same object when there is nothing to repair: that is how it is found out. */
  apply(content: DefinitionContent): DefinitionContent;
};

/** Adding one is an entry here and its name above; applied in that order, each to what the one before left. */
const TRANSFORM_OF: Readonly<Record<SafeTransformName, SafeTransform>> = {
  spacing: {
    name: { nl: 'Spaties en witregels opschonen', en: 'Tidy spaces and blank lines' },
    finding: 'tidy_spacing',
    text: {
      message: {
        nl: 'In het veld {field} staan dubbele, harde of loze spaties of witregels.',
        en: 'The field {field} has double, hard or stray spaces or blank lines.',
      },
      advice: {
        nl: 'Schoon de spaties op; de woorden blijven gelijk.',
        en: 'Tidy the spaces; the words stay the same.',
      },
    },
    apply: tidySpacing,
  },
  residue: {
    name: {
      nl: 'Aanhalingstekens en taalcodes om de tekst weghalen',
      en: 'Remove quotes and language tags around texts',
    },
    finding: 'tidy_residue',
    text: {
      message: {
        nl: 'Om de tekst in het veld {field} staan nog aanhalingstekens of een taalcode uit een ander systeem: “{value}”.',
        en: 'The text in the field {field} still has quotes or a language tag of another system around it: “{value}”.',
      },
      advice: {
        nl: 'Haal ze weg; de tekst zelf blijft gelijk.',
        en: 'Remove them; the text itself stays the same.',
      },
    },
    apply: (content) => mapTexts(content, withoutResidue, ['term', 'definition', 'preferredTerm', 'explanation']),
  },
  end_punctuation: {
    name: { nl: 'Leestekens aan het eind verbeteren', en: 'Correct punctuation at the end' },
    finding: 'tidy_end',
    text: {
      message: {
        nl: 'De definitie eindigt op een los of dubbel leesteken: “{value}”.',
        en: 'The definition ends with a stray or double punctuation mark: “{value}”.',
      },
      advice: {
        nl: 'Sluit af zonder komma of puntkomma, en met hooguit één punt.',
        en: 'End without a comma or semicolon, and with at most one full stop.',
      },
    },
    apply: (content) => mapTexts(content, withTidyEnd, ['definition']),
  },
  list_values: {
    name: { nl: 'Dubbele waarden uit lijsten halen', en: 'Remove repeated values from lists' },
    finding: 'tidy_list',
    text: {
      message: {
        nl: 'In het veld {field} staat een waarde dubbel of leeg: “{value}”.',
        en: 'In the field {field} a value is repeated or empty: “{value}”.',
      },
      advice: {
        nl: 'Laat elke waarde één keer staan.',
        en: 'Keep each value once.',
      },
    },
    apply: withoutRepeats,
  },
  date_form: {
    name: { nl: 'Datums als jjjj-mm-dd schrijven', en: 'Write dates as yyyy-mm-dd' },
    finding: 'tidy_date',
    text: {
      message: {
        nl: 'In de juridische gegevens staat een datum in een andere vorm: {value}.',
        en: 'The legal metadata holds a date in another form: {value}.',
      },
      advice: { nl: 'Schrijf datums als 2026-01-31.', en: 'Write dates as 2026-01-31.' },
    },
    apply: withIsoDates,
  },
};

/** The texts of the findings below. */
export const TIDY_FINDING_TEXTS: Readonly<Record<string, FindingText>> = Object.fromEntries(
  SAFE_TRANSFORMS.map((name) => [TRANSFORM_OF[name].finding, TRANSFORM_OF[name].text]),
);

/** What a transform is called. */
export function transformName(name: SafeTransformName): LocalisedText {
  return TRANSFORM_OF[name].name;
}

/** What a definition is said to have that this would change. */
export function findingOf(name: SafeTransformName): string {
  return TRANSFORM_OF[name].finding;
}

/** The transform that puts a finding right; null when that takes a person's judgement. */
export function transformFor(code: string): SafeTransformName | null {
  return SAFE_TRANSFORMS.find((name) => TRANSFORM_OF[name].finding === code) ?? null;
}

/** The content as these transforms leave it, in the order of SAFE_TRANSFORMS; the same object when they change nothing. */
export function applyTransforms(
  content: DefinitionContent,
  transforms: readonly SafeTransformName[],
): DefinitionContent {
  let result = content;
  for (const name of SAFE_TRANSFORMS) if (transforms.includes(name)) result = TRANSFORM_OF[name].apply(result);
  return result;
}

/** A remark for every transform that would change this content: never of severity `error` or `warning`. */
export function untidyFindings(content: DefinitionContent): Finding[] {
  const findings: Finding[] = [];
  for (const name of SAFE_TRANSFORMS) {
    const { finding, apply } = TRANSFORM_OF[name];
    const tidy = apply(content);
    if (tidy === content) continue;
    const field = FIELDS.find((one) => tidy[one] !== content[one]) ?? 'definition';
    const value = clip(shownValue(content[field], tidy[field]), VALUE_LENGTH);
    findings.push({ code: finding, severity: 'info', field, value, params: { severity: 'low' } });
  }
  return findings;
}

const VALUE_LENGTH = 80;

/** The part of a value that changes: of a text its end when that changes, of a list or record the first entry that does. */
function shownValue(before: unknown, after: unknown): string {
  if (typeof before === 'string') {
    const isEnd = typeof after === 'string' && before.startsWith(after.replace(/[.!?]$/, ''));
    return isEnd ? before.slice(-VALUE_LENGTH / 2).trim() : before;
  }
  const entries = Object.entries(before as Record<string, unknown>);
  const kept = after as Record<string, unknown>;
  const changed = entries.find(([name, value]) => kept[name] !== value);
  return String(changed?.[1] ?? '');
}

const TEXT_FIELDS = ['term', 'definition', 'preferredTerm', 'explanation'] as const;
const SINGLE_LINE: ReadonlySet<string> = new Set(['term', 'preferredTerm']);
const LIST_FIELDS = [
  'organisationalContext',
  'legalContext',
  'legalBasis',
  'synonyms',
  'antonyms',
  'chainPartners',
] as const;
const FIELDS = [...TEXT_FIELDS, ...LIST_FIELDS, 'legalMetadata'] as const;

type TextField = (typeof TEXT_FIELDS)[number];

function mapTexts(
  content: DefinitionContent,
  change: (text: string, field: TextField) => string,
  fields: readonly TextField[],
): DefinitionContent {
  let changed: DefinitionContent | null = null;
  for (const field of fields) {
    const text = content[field];
    if (text === null) continue;
    const next = change(text, field);
    // A text that would be nothing afterwards was nothing but what is taken away; that is a person's to decide.
    if (next === text || next === '') continue;
    changed ??= { ...content };
    changed[field] = next;
  }
  return changed ?? content;
}

/** Hard, zero-width and double spaces, spaces at the ends of lines, more than one blank line in a row. */
const UNTIDY = /[\t\u00a0\u2000-\u200b\u202f\u3000\ufeff]| {2}| \n|\n |\n{3}|^\s|\s$/;
const INVISIBLE = /[\u200b\ufeff]/g;
const ODD_SPACES = /[\t\u00a0\u2000-\u200a\u202f\u3000]/g;

function tidyText(text: string, singleLine: boolean): string {
  if (!UNTIDY.test(text) && !(singleLine && text.includes('\n'))) return text;
  const lines = text.replace(INVISIBLE, '').replace(ODD_SPACES, ' ');
  if (singleLine) return lines.replace(/\s+/g, ' ').trim();
  return lines
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function tidySpacing(content: DefinitionContent): DefinitionContent {
  let changed = mapTexts(content, (text, field) => tidyText(text, SINGLE_LINE.has(field)), TEXT_FIELDS);
  for (const field of LIST_FIELDS) {
    const values = content[field];
    if (!values.some((value) => tidyText(value, true) !== value)) continue;
    if (changed === content) changed = { ...content };
    changed[field] = values.map((value) => tidyText(value, true));
  }
  return changed;
}

const TAGGED = /^"([^"]*)"@[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?$/;
const QUOTED = /^(?:"([^"]*)"|“([^”]*)”|„([^”]*)”)$/;

/** One literal around the whole text; quotes within it are the author's. */
function withoutResidue(text: string): string {
  const trimmed = text.trim();
  const found = TAGGED.exec(trimmed) ?? QUOTED.exec(trimmed);
  const inner = found?.slice(1).find((part) => part !== undefined);
  return inner === undefined ? text : inner.trim();
}

/** Only so much of the end is looked at: a whole text of commas would take these for ever. */
const TAIL = 40;
/** A comma, semicolon or colon at the very end, two full stops (three are an ellipsis), a space before the last one. */
const STRAY_END = /\s*[,;:]+\s*$/;
const DOUBLE_STOP = /(?<!\.\s*)\s*\.\s*\.\s*$/;
const SPACED_STOP = /\s+\.\s*$/;

function withTidyEnd(text: string): string {
  const tail = text.slice(-TAIL);
  const tidy = tidyEnd(tail);
  return tidy === tail ? text : text.slice(0, text.length - tail.length) + tidy;
}

function tidyEnd(tail: string): string {
  if (STRAY_END.test(tail)) return tail.replace(STRAY_END, '');
  if (DOUBLE_STOP.test(tail)) return tail.replace(DOUBLE_STOP, '.');
  return SPACED_STOP.test(tail) ? tail.replace(SPACED_STOP, '.') : tail;
}

/** Each value once, whatever its capitals, the first spelling of it; among synonyms neither the term nor the preferred term. */
function withoutRepeats(content: DefinitionContent): DefinitionContent {
  let changed: DefinitionContent | null = null;
  for (const field of LIST_FIELDS) {
    const values = content[field];
    if (values.length === 0 || (values.length === 1 && field !== 'synonyms' && values[0] !== '')) continue;
    const seen = new Set<string>(field === 'synonyms' ? namesOf(content) : []);
    const kept = values.filter((value) => {
      const spelling = normaliseTerm(value);
      if (spelling === '' || seen.has(spelling)) return false;
      seen.add(spelling);
      return true;
    });
    if (kept.length === values.length) continue;
    changed ??= { ...content };
    changed[field] = kept;
  }
  return changed ?? content;
}

function namesOf({ term, preferredTerm }: DefinitionContent): string[] {
  return [term, ...(preferredTerm === null ? [] : [preferredTerm])].map(normaliseTerm);
}

const DUTCH_DATE = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]([12]\d{3})\s*$/;

/** Values that are a date and nothing else, day first as Dutch is written; a day the calendar does not have stays as it is. */
function withIsoDates(content: DefinitionContent): DefinitionContent {
  let changed: Record<string, string> | null = null;
  for (const [name, value] of Object.entries(content.legalMetadata)) {
    const date = isoDate(value);
    if (date === null) continue;
    changed ??= { ...content.legalMetadata };
    changed[name] = date;
  }
  return changed === null ? content : { ...content, legalMetadata: changed };
}

function isoDate(value: string): string | null {
  const [, day = '', month = '', year = ''] = DUTCH_DATE.exec(value) ?? [];
  if (year === '') return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
