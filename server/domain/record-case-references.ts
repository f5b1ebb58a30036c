import { citedCases } from './cited-cases.ts';
import type { CaseReference, CaseReferenceKind, DefinitionContent } from './definition.ts';
import { CASE_REFERENCE_WORDS, readEnum } from './record-enums.ts';
import { entriesOf } from './record-lists.ts';
import { note, type RecordCheck } from './record-raw.ts';
import { cleanText, MAX_ENTRY_LENGTH } from './record-text.ts';

const ECLI = /^ECLI:[A-Z]{2}:[A-Z][A-Z0-9]{0,6}:\d{4}:[A-Z0-9.]{1,25}$/;
const PARKETNUMMER = /^\d{2}[-/]\d{6}[-/]\d{2}$/;

/** How each kind is written (ECLI: Council conclusions 2011/C 127/01; the others as used by the Dutch courts and police). */
const FORMS: readonly [CaseReferenceKind, RegExp][] = [
  ['ecli', ECLI],
  ['parketnummer', PARKETNUMMER],
  ['rolnummer', /^\d+ CV EXPL \d{2}-\d+$/],
  ['zaaknummer', /^(?:C\/\d{2}\/\d{5,6}\b.{0,60}|(?:AWB|SGR|AMS|UTR) ?\d{2}\/\d{3,5})$/],
  ['proces-verbaal', /^PL\d{4}-\d{8,10}(?:-\d+)?$/],
  ['cjib', /^CJIB\W{0,3}\d{8,16}$/],
];

/** Of these kinds there is no other form; courts and police write the others in many ways. */
const ONE_FORM: Partial<Record<CaseReferenceKind, { form: RegExp; code: string }>> = {
  ecli: { form: ECLI, code: 'ecli_malformed' },
  parketnummer: { form: PARKETNUMMER, code: 'case_number_malformed' },
  cjib: { form: /^(?:CJIB\W{0,3})?\d{8,16}$/, code: 'case_number_malformed' },
};

/** Texts that begin as one of these kinds, or nearly are one: when such a text is not written as its kind is, that is said. */
const MEANT: readonly [RegExp, string][] = [
  [/^ECLI\b/i, 'ecli_malformed'],
  [
    /^(?:\d{1,3}[-/]\d{4,8}[-/]\d{2,4}|C\/\d{1,3}\/.*|PL ?\d{3,}.*|CJIB\b.*|.*\bCV EXPL\b.*)$/i,
    'case_number_malformed',
  ],
];

/** So many of those of one record are said one by one. */
const MOST_SAID = 5;
const ENTRY = { max: MAX_ENTRY_LENGTH, singleLine: true };

/** The case references of a record. A plain text is accepted where its form shows what kind it is. */
export function readCaseReferences(check: RecordCheck): CaseReference[] | undefined {
  const value = check.raw.fields.caseReferences;
  if (value === undefined) return undefined;
  check.given.push('caseReferences');
  if (value === null) return [];
  const references: CaseReference[] = [];
  for (const entry of entriesOf(check, 'caseReferences', value)) {
    const reference = typeof entry === 'string' ? fromText(check, entry) : fromObject(check, entry);
    if (reference && !references.some((other) => isSame(other, reference))) references.push(reference);
  }
  return references;
}

/**
 * What a record cites, where it does not say itself which cases it refers to. That counts as nothing it says: a definition that exists
 * keeps the case references it has.
 */
export function takeOverCases(
  check: RecordCheck,
  content: Pick<DefinitionContent, 'legalBasis' | 'sources'>,
): CaseReference[] {
  const cases = citedCases(content);
  for (const { value } of cases.slice(0, MOST_SAID))
    note(check, 'case_reference_taken_over', 'info', 'caseReferences', value);
  return cases;
}

/** The kind a reference shows by its form; `other` when it shows none. */
function kindOfCaseReference(text: string): CaseReferenceKind {
  return FORMS.find(([, form]) => form.test(text))?.[0] ?? 'other';
}

function fromText(check: RecordCheck, entry: string): CaseReference | null {
  const value = cleanText(check, 'caseReferences', entry, ENTRY);
  if (value === '') return null;
  const kind = kindOfCaseReference(value);
  if (kind === 'other') noteWhatIsMeant(check, value);
  return { kind, value };
}

function noteWhatIsMeant(check: RecordCheck, value: string): void {
  const meant = MEANT.find(([form]) => form.test(value));
  if (meant) note(check, meant[1], 'warning', 'caseReferences', value);
}

function fromObject(check: RecordCheck, entry: unknown): CaseReference | null {
  const { kind, value } = (entry ?? {}) as Record<string, unknown>;
  if (typeof entry !== 'object' || typeof kind !== 'string' || typeof value !== 'string' || value.trim() === '') {
    note(check, 'case_reference_invalid', 'error', 'caseReferences', entry);
    return null;
  }
  const read = readEnum(CASE_REFERENCE_WORDS, kind);
  if (!read.known) {
    note(check, 'case_reference_kind_unknown', 'error', 'caseReferences', kind, {
      suggestion: read.suggestion,
      allowed: CASE_REFERENCE_WORDS.values.join(', '),
    });
    return null;
  }
  const text = cleanText(check, 'caseReferences', value, ENTRY);
  const only = ONE_FORM[read.value];
  if (only && text !== '' && !only.form.test(text)) note(check, only.code, 'warning', 'caseReferences', text);
  else if (!only && kindOfCaseReference(text) === 'other') noteWhatIsMeant(check, text);
  return { kind: read.value, value: text };
}

function isSame(a: CaseReference, b: CaseReference): boolean {
  return a.kind === b.kind && a.value === b.value;
}
