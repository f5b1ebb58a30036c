import { contentionOf } from '#db/is-transient.ts';

/** An unexpected error as an item keeps it: a stable code and the SQLSTATE, with nothing of the statement in it. */
export function failureOf(error: unknown): { code: string; detail: string | null } {
  const detail = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (contentionOf(error) !== null) return { code: 'others_in_the_way', detail };
  const code = detail === '23505' ? 'identity_taken' : detail ? 'database_error' : 'internal_error';
  return { code, detail };
}
