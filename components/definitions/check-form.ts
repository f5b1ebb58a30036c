import { parseDay } from '#components/i18n/day-text.ts';
import { MAX_DEFINITION_LENGTH, MAX_TERM_LENGTH } from '#domain/definition.ts';
import { type FormField, type FormValues, filledSources } from './form-values.ts';

/** Why a field cannot be saved: a key of `definitions.edit.errors` with its parameters, or a sentence of the server's. */
export type FormError =
  | { key: 'required' | 'reason' | 'untilBeforeFrom' | 'noDay' | 'sourceTitle' | 'identity' }
  | { key: 'tooLong'; limit: number }
  | { text: string };

export type FormErrors = Partial<Record<FormField | 'reason', FormError>>;

const LIMITS = {
  term: MAX_TERM_LENGTH,
  preferredTerm: MAX_TERM_LENGTH,
  definition: MAX_DEFINITION_LENGTH,
  explanation: MAX_DEFINITION_LENGTH,
} as const;
const MAX_REASON_LENGTH = 1_000;

/** What can be told before anything is sent. The server checks everything again. */
export function checkForm(values: FormValues, reason: string): FormErrors {
  const errors: FormErrors = {};
  for (const field of ['term', 'preferredTerm', 'definition', 'explanation'] as const) {
    if (values[field].trim().length > LIMITS[field]) errors[field] = { key: 'tooLong', limit: LIMITS[field] };
  }
  for (const field of ['term', 'definition', 'language'] as const) {
    if (values[field].trim() === '') errors[field] = { key: 'required' };
  }
  const from = parseDay(values.validFrom);
  const until = parseDay(values.validUntil);
  if (from === null) errors.validFrom = { key: 'noDay' };
  if (until === null) errors.validUntil = { key: 'noDay' };
  if (from && until && until < from) errors.validUntil = { key: 'untilBeforeFrom' };
  if (filledSources(values.sources).some(({ title }) => title.trim() === '')) errors.sources = { key: 'sourceTitle' };
  if (reason.trim() === '') errors.reason = { key: 'reason' };
  else if (reason.trim().length > MAX_REASON_LENGTH) errors.reason = { key: 'tooLong', limit: MAX_REASON_LENGTH };
  return errors;
}

type ServerError = { path: string; message: string };

/** The server's remarks at the fields they are about; what is about no field of the form is left over. */
export function placeErrors(errors: readonly ServerError[], fields: readonly string[]) {
  const placed: FormErrors = {};
  const rest: string[] = [];
  for (const { path, message } of errors) {
    const [first = '', second = ''] = path.split('.');
    const field = first === 'examples' ? second : first;
    if (fields.includes(field)) placed[field as FormField] ??= { text: message };
    else rest.push(message);
  }
  return { placed, rest };
}
