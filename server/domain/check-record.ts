import {
  type Category,
  type Classification,
  type DefinitionContent,
  type DefinitionStatus,
  MAX_DEFINITION_LENGTH,
  MAX_TERM_LENGTH,
  type UfoCategory,
} from './definition.ts';
import { DEFINITION_FILE_VERSION } from './definition-file.ts';
import { type Finding, hasError } from './finding.ts';
import { readCaseReferences, takeOverCases } from './record-case-references.ts';
import { readDate } from './record-dates.ts';
import {
  CATEGORY_WORDS,
  CLASSIFICATION_WORDS,
  readEnum,
  STATUS_WORDS,
  UFO_WORDS,
  type Vocabulary,
} from './record-enums.ts';
import { readExtras, readLegalMetadata } from './record-extras.ts';
import { checkIdentifiers } from './record-identifiers.ts';
import { readRelations, readSources } from './record-links.ts';
import { readExamples, readList } from './record-lists.ts';
import { isUnreadable, note, type RawRecord, type RecordCheck } from './record-raw.ts';
import { MAX_TEXT_LENGTH, readText } from './record-text.ts';

export type CheckedRecord = {
  /** What would be stored; fields the record does not carry are at rest. Null when there is an error. */
  content: DefinitionContent | null;
  /** The fields the record carries, cleared ones included; of a definition that exists, only these change. */
  given: (keyof DefinitionContent)[];
  /** What the reader found and what this check found, in that order. */
  findings: Finding[];
  /** What to call the record in a list, also when it cannot be used; null when it has no term. */
  term: string | null;
  /** What it says it is, also when there is an error; what is usual when it cannot be read. */
  classification: Classification;
};

const TERM = { max: MAX_TERM_LENGTH, singleLine: true };
const DEFINITION = { max: MAX_DEFINITION_LENGTH, singleLine: false };
const EXPLANATION = { max: MAX_TEXT_LENGTH, singleLine: false };
/** BCP 47, as far as legal texts need it: a language, perhaps a script or a region. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i;
const LANGUAGE_NAMES: Readonly<Record<string, string>> = { nederlands: 'nl', dutch: 'nl', engels: 'en', english: 'en' };

/**
 * Checks one record for shape: required fields, types, closed lists, lengths, dates, links. Pure; a tenth of a millisecond
 * would already be too slow for a hundred thousand of them. Never throws on anything a file can hold.
 */
export function checkRecord(raw: Omit<RawRecord, 'version' | 'id'>): CheckedRecord {
  const check: RecordCheck = { raw, findings: [...raw.findings], given: [] };
  if (isUnreadable(raw))
    return { content: null, given: [], findings: check.findings, term: null, classification: 'intern' };
  checkSchemaVersion(check);
  const term = required(check, 'term', TERM);
  const definition = required(check, 'definition', DEFINITION);
  const content: DefinitionContent = {
    term,
    definition,
    category: readCategory(check),
    status: readClosed<DefinitionStatus>(check, 'status', STATUS_WORDS) ?? 'draft',
    ufoCategory: readClosed<UfoCategory>(check, 'ufoCategory', UFO_WORDS) ?? null,
    organisationalContext: readList(check, 'organisationalContext') ?? [],
    legalContext: readList(check, 'legalContext') ?? [],
    legalBasis: readList(check, 'legalBasis') ?? [],
    preferredTerm: readText(check, 'preferredTerm', TERM) ?? null,
    synonyms: readList(check, 'synonyms') ?? [],
    antonyms: readList(check, 'antonyms') ?? [],
    examples: readExamples(check) ?? { sentence: [], practical: [], counter: [] },
    explanation: readText(check, 'explanation', EXPLANATION) ?? null,
    sources: readSources(check) ?? [],
    caseReferences: [],
    legalMetadata: readLegalMetadata(check) ?? {},
    chainPartners: readList(check, 'chainPartners') ?? [],
    classification: readClosed<Classification>(check, 'classification', CLASSIFICATION_WORDS) ?? 'intern',
    language: readLanguage(check),
    validFrom: readDate(check, 'validFrom') ?? null,
    validUntil: readDate(check, 'validUntil') ?? null,
    relations: readRelations(check) ?? [],
    extras: readExtras(check) ?? {},
  };
  content.caseReferences = readCaseReferences(check) ?? takeOverCases(check, content);
  checkValidity(check, content);
  checkIdentifiers(check, content);
  const { findings, given } = check;
  const { classification } = content;
  return { content: hasError(findings) ? null : content, given, findings, term: term || null, classification };
}

function checkSchemaVersion(check: RecordCheck): void {
  const version = check.raw.fields.schemaVersion;
  if (version === undefined || version === DEFINITION_FILE_VERSION) return;
  const isNewer = typeof version === 'number' && version > DEFINITION_FILE_VERSION;
  note(check, isNewer ? 'schema_newer' : 'schema_invalid', 'error', 'schemaVersion', version, {
    known: DEFINITION_FILE_VERSION,
  });
}

function required(check: RecordCheck, field: 'term' | 'definition', options: typeof TERM): string {
  const errors = check.findings.length;
  const text = readText(check, field, options);
  if (text) return text;
  const isExplained = check.findings.slice(errors).some(({ severity }) => severity === 'error');
  if (!isExplained) note(check, `${field}_missing`, 'error', field);
  return '';
}

/**
 * Without a category a definition is taken as OTH, and that is said: only an unknown one is an error. (A file that changes
 * definitions need not repeat it, and the predecessor's extended files have the column but leave it empty.)
 */
function readCategory(check: RecordCheck): Category {
  const findings = check.findings.length;
  const category = readClosed<Category>(check, 'category', CATEGORY_WORDS);
  if (category) return category;
  if (check.findings.length === findings) note(check, 'category_missing', 'warning', 'category');
  return 'OTH';
}

type ClosedField = 'category' | 'status' | 'ufoCategory' | 'classification';
const CODES: Readonly<Record<ClosedField, string>> = {
  category: 'category',
  status: 'status',
  ufoCategory: 'ufo',
  classification: 'classification',
};

/** A value of a closed list; undefined when absent, null when cleared or wrong. Only the UFO category can be cleared. */
function readClosed<T extends string>(
  check: RecordCheck,
  field: ClosedField,
  words: Vocabulary<T>,
): T | null | undefined {
  const value = check.raw.fields[field];
  if (value === undefined) return undefined;
  if (value === null || (typeof value === 'string' && value.trim() === '')) {
    if (field === 'ufoCategory') check.given.push(field);
    return null;
  }
  check.given.push(field);
  if (typeof value !== 'string') {
    note(check, 'type_wrong', 'error', field, value, { expected: 'text' });
    return null;
  }
  const text = value.trim();
  const read = readEnum(words, text);
  if (!read.known) {
    const params = { suggestion: read.suggestion, allowed: words.values.join(', ') };
    note(check, `${CODES[field]}_unknown`, 'error', field, text, params);
    return null;
  }
  if (read.mapped) note(check, `${CODES[field]}_mapped`, 'info', field, text, { mapped: read.value });
  return read.value;
}

function readLanguage(check: RecordCheck): string {
  const value = check.raw.fields.language;
  if (value === undefined || value === null || value === '') return 'nl';
  check.given.push('language');
  const text = typeof value === 'string' ? value.trim() : '';
  const named = LANGUAGE_NAMES[text.toLowerCase()];
  if (named) {
    note(check, 'language_mapped', 'info', 'language', value, { mapped: named });
    return named;
  }
  if (!LANGUAGE_TAG.test(text)) note(check, 'language_invalid', 'error', 'language', value);
  return text;
}

function checkValidity(check: RecordCheck, { validFrom, validUntil }: DefinitionContent): void {
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) {
    note(check, 'validity_reversed', 'error', 'validUntil', validUntil, { from: validFrom });
  }
}
