import type { ProblemBody } from '#contract/problem.ts';

/** A refused or failed call, with the server's own title and detail. `status` 0: the server was not reached at all. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly errors: ProblemBody['errors'];

  constructor(body: Pick<ProblemBody, 'status' | 'code' | 'title' | 'detail'> & Partial<ProblemBody>) {
    super(`${body.status} ${body.code}`);
    this.name = 'ApiProblem';
    this.status = body.status;
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail;
    this.params = body.params ?? {};
    this.errors = body.errors ?? [];
  }
}

/** The problem in an answer that was not ok, whatever the answer looks like. */
export function problemOf(status: number, text: string): ApiProblem {
  try {
    const body = JSON.parse(text) as Partial<ProblemBody>;
    if (typeof body.code === 'string' && typeof body.title === 'string' && typeof body.detail === 'string') {
      return new ApiProblem({ ...body, status, code: body.code, title: body.title, detail: body.detail });
    }
  } catch {
    // A proxy's HTML page, or nothing: the status is all there is to say.
  }
  return new ApiProblem({ status, code: 'unexpected', title: '', detail: '' });
}

/** The server was not reached: no network, or it is restarting. */
export function offlineProblem(): ApiProblem {
  return new ApiProblem({ status: 0, code: 'offline', title: '', detail: '' });
}
