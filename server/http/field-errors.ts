import type { z } from 'zod';
import type { FieldError } from '#domain/errors.ts';
import { fillIn, type Locale, type LocalisedText } from '#domain/locale.ts';

const TEXTS: Record<string, LocalisedText> = {
  missing: { nl: 'Verplicht, maar ontbreekt.', en: 'Required, but missing.' },
  invalid_type: { nl: 'Moet van het soort {expected} zijn.', en: 'Must be of the kind {expected}.' },
  too_small: { nl: 'Te kort of te klein: minimaal {minimum}.', en: 'Too short or too small: at least {minimum}.' },
  too_big: { nl: 'Te lang of te groot: maximaal {maximum}.', en: 'Too long or too large: at most {maximum}.' },
  invalid_format: { nl: 'Heeft niet de juiste vorm ({format}).', en: 'Does not have the right form ({format}).' },
  invalid_value: { nl: 'Moet een van deze waarden zijn: {values}.', en: 'Must be one of these values: {values}.' },
  unrecognized_keys: { nl: 'Onbekend: {keys}.', en: 'Not known: {keys}.' },
  invalid_union: { nl: 'Heeft geen van de mogelijke vormen.', en: 'Has none of the possible forms.' },
};
const OTHER: LocalisedText = { nl: 'Klopt niet.', en: 'Not valid.' };

/** What is wrong with a request, per field, in the reader's language. The path is that of the request, dotted. */
export function fieldErrors(error: z.ZodError, locale: Locale): FieldError[] {
  return error.issues.map((issue) => {
    const code = isMissing(issue) ? 'missing' : issue.code;
    return { path: issue.path.join('.'), code, message: fillIn((TEXTS[code] ?? OTHER)[locale], paramsOf(issue)) };
  });
}

/** Zod keeps the value out of the issue; that it was missing is only in its own message. */
function isMissing(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && /received undefined$/.test(issue.message);
}

function paramsOf(issue: z.core.$ZodIssue): Record<string, string> {
  const given = Object.entries(issue).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    given.map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : String(value)]),
  );
}
