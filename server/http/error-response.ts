import { Problem, problemBody } from '#domain/errors.ts';
import type { Locale } from '#domain/locale.ts';
import type { Config } from '#server/config.ts';
import type { DoorContext } from './door.ts';
import { logError } from './log-error.ts';
import { problemOf } from './problem-of.ts';

/** How an error leaves the house: problem+json in the reader's language, never a stack, never SQL. */
export function errorResponse(error: unknown, c: DoorContext, config: Pick<Config, 'logLevel'>): Response {
  const locale: Locale = c.get('locale') ?? 'nl';
  const correlationId = c.get('origin')?.correlationId ?? '-';
  const known = problemOf(error, locale);
  if (!known || known.code === 'unavailable') logError(config, error, { correlationId, path: c.req.path });
  return problemResponse(known ?? new Problem('internal', { correlationId }), locale, c.req.path);
}

/** One problem as an answer of its own. */
export function problemResponse(problem: Problem, locale: Locale, path: string): Response {
  const body = problemBody(problem, locale, path);
  const { seconds } = problem.params;
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': locale,
      'Cache-Control': 'no-store',
      ...(seconds === undefined ? {} : { 'Retry-After': String(seconds) }),
      ...(problem.code === 'unavailable' ? { 'Retry-After': '5' } : {}),
    },
  });
}
