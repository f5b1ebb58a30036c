import { REDACTION_KINDS, type RedactionKind } from '#domain/redaction/kinds.ts';

/** What to look for, and whether the numbers of cases stay as metadata. */
export type RedactionChoice = { kinds: readonly RedactionKind[]; keepCaseReferences: boolean };

export const ALL_KINDS: RedactionChoice = { kinds: REDACTION_KINDS, keepCaseReferences: true };

/** As the API takes it: every kind is said by saying none, so that kinds to come are among them. */
export function toRedaction({ kinds, keepCaseReferences }: RedactionChoice) {
  return { ...(kinds.length === REDACTION_KINDS.length ? {} : { kinds: [...kinds] }), keepCaseReferences };
}
