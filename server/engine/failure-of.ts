import { contentionOf } from '#db/is-transient.ts';

/** What the database says by a code of its own; LX001: there is a legal hold on the definition. */
const CODES: Readonly<Record<string, string>> = { '23505': 'identity_taken', LX001: 'legal_hold' };

/** An unexpected error as an item keeps it: a stable code and the SQLSTATE, with nothing of the statement in it. */
export function failureOf(error: unknown): { code: string; detail: string | null } {
  const detail = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (contentionOf(error) !== null) return { code: 'others_in_the_way', detail };
  const code = CODES[detail ?? ''] ?? (detail ? 'database_error' : 'internal_error');
  return { code, detail };
}
