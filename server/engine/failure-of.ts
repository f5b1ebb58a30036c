/** An unexpected error as an item keeps it: a stable code and the SQLSTATE, with nothing of the statement in it. */
export function failureOf(error: unknown): { code: string; detail: string | null } {
  const detail = error instanceof Error && 'code' in error ? String(error.code) : null;
  const code = detail === '23505' ? 'identity_taken' : detail ? 'database_error' : 'internal_error';
  return { code, detail };
}
