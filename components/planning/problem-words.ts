import { PROBLEMS, Problem, type ProblemCode, problemBody } from '#domain/errors.ts';
import type { Locale } from '#domain/locale.ts';

type Stored = { code: string; params: Record<string, string | number> };

/** Why something could not start, in a sentence. */
export function problemWords({ code, params }: Stored, locale: Locale): string {
  const known: ProblemCode = code in PROBLEMS ? (code as ProblemCode) : 'internal';
  return problemBody(new Problem(known, { correlationId: '-', ...params }), locale).detail;
}
