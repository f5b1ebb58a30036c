import { type ApiProblem, offlineProblem, problemOf } from './api-problem.ts';

type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];
export type Query = Readonly<Record<string, QueryValue>>;

export type SendOptions = {
  body?: unknown;
  /** The `ETag` the change is based on. */
  ifMatch?: string;
  /** For calls that create: the first answer comes back when the same key is sent again. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

export type WithEtag<T> = { data: T; etag: string | null };

/** `?a=1&b=x&b=y`; leaves out what is empty, repeats alternatives: a value may hold a comma. */
export function queryString(query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat())
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one));
  }
  return params.size > 0 ? `?${params}` : '';
}

/** @throws ApiProblem */
export async function apiGet<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return (await apiGetWithEtag<T>(path, query, signal)).data;
}

/** As apiGet, with the version for a later `ifMatch`. @throws ApiProblem */
export async function apiGetWithEtag<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<WithEtag<T>> {
  const answer = await request(`${path}${queryString(query)}`, { method: 'GET', ...(signal ? { signal } : {}) });
  return { data: (await answer.json()) as T, etag: answer.headers.get('ETag') };
}

/** Changes something; answers undefined where the server sends no body. @throws ApiProblem */
export async function apiSend<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  options: SendOptions = {},
): Promise<T> {
  const { body, ifMatch, idempotencyKey, signal } = options;
  const answer = await request(path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(ifMatch ? { 'If-Match': ifMatch } : {}),
      ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function request(path: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      ...init,
      headers: { Accept: 'application/json', 'Accept-Language': document.documentElement.lang, ...init.headers },
    });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw offlineProblem();
  }
  if (answer.ok) {
    wasSignedIn ||= path.startsWith('/api/v1/me');
    return answer;
  }
  const problem = problemOf(answer.status, await answer.text());
  leaveWhenSignedOut(problem);
  throw problem;
}

/** Whether this page was ever shown to somebody: only then a session can have ended under their hands. */
let wasSignedIn = false;

/** What is under way without a session while a person signs out must not tell them that their session has expired. */
let signingOut = false;

/** Ends the session and leaves by a full load, so that nothing of this person stays in memory. @throws ApiProblem */
export async function signOut(): Promise<void> {
  signingOut = true;
  try {
    await apiSend('POST', '/api/auth/sign-out', { body: {} });
    location.assign('/sign-in?why=signed-out');
  } catch (error) {
    signingOut = false;
    throw error;
  }
}

/** No session (any more): to the sign-in page, and afterwards back to where the person was. */
export function leaveWhenSignedOut(problem: ApiProblem): void {
  if (problem.code !== 'not_signed_in' || signingOut || location.pathname === '/sign-in') return;
  const next = `${location.pathname}${location.search}`;
  location.assign(`/sign-in${queryString({ next, why: wasSignedIn ? 'expired' : null })}`);
}
