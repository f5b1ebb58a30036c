import { ApiProblem } from '#components/api/api-problem.ts';

/** The plan no longer waits: somebody else was first, or it expired. */
export function isDecided(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.status === 409;
}
