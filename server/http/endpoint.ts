import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { z } from 'zod';
import { problemSchema } from '#contract/problem.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { answerOnce, type OnceAnswer } from './answer-once.ts';
import { type Access, actorOf, type Door, type DoorContext } from './door.ts';
import { etagOf, matchesEtag } from './etag.ts';

export type Api = OpenAPIHono<Door>;

type Schema = z.ZodType | undefined;
type Infer<T extends Schema> = T extends z.ZodType ? z.infer<T> : undefined;

export type Call<P extends Schema, Q extends Schema, B extends Schema> = {
  c: DoorContext;
  actor: Actor;
  params: Infer<P>;
  query: Infer<Q>;
  body: Infer<B>;
};

/** One call of the API: what it takes, what it answers, and how that is presented. */
export type Endpoint<P extends Schema, Q extends Schema, B extends Schema, A extends z.ZodType> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Under /api/v1, with `{name}` for parameters. */
  path: string;
  tag: string;
  summary: string;
  /** Whom it is open to, where that is not everybody who is signed in or brings a key; see door.ts. */
  access?: Access;
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  status?: 200 | 201 | 202;
  /** Makes something: an `Idempotency-Key` brings the first answer back. */
  creates?: boolean;
  /** One resource: gets an `ETag`, and answers 304 to whom has it. */
  single?: boolean;
  /** One resource that changes by version: the number is in its `ETag` and is what `If-Match` of a change names; see etag.ts. */
  version?: (answer: z.infer<A>) => number;
  headers?: (answer: z.infer<A>) => Record<string, string>;
  handle: (call: Call<P, Q, B>) => Promise<z.infer<A>>;
};

const JSON_TYPE = 'application/json';

/** Puts one call into the API and its OpenAPI description. Somebody must be signed in. */
export function addEndpoint<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  A extends z.ZodType = z.ZodType,
>(api: Api, services: Services, endpoint: Endpoint<P, Q, B, A>): void {
  const handle = async (c: DoorContext): Promise<Response> => {
    const actor = actorOf(c, endpoint.access);
    const valid = (target: string) => (c.req as unknown as { valid(target: string): unknown }).valid(target);
    const call = {
      c,
      actor,
      params: endpoint.params ? valid('param') : undefined,
      query: endpoint.query ? valid('query') : undefined,
      body: endpoint.body ? valid('json') : undefined,
    } as Call<P, Q, B>;
    const work = async () => present(endpoint, await endpoint.handle(call));
    const key = endpoint.creates ? c.req.header('Idempotency-Key') : undefined;
    if (key === undefined) return respond(c, await work());
    const request = [c.req.method, c.req.path, call.query, call.body];
    const { answer } = await answerOnce(services, actor, { key, request }, work);
    return respond(c, answer);
  };
  api.openapi(routeOf(endpoint), handle as never);
}

function present<P extends Schema, Q extends Schema, B extends Schema, A extends z.ZodType>(
  { status = 200, single, version, headers }: Endpoint<P, Q, B, A>,
  answer: z.infer<A>,
): OnceAnswer {
  const json = JSON.stringify(answer);
  const etag = single || version ? { ETag: etagOf(json, version?.(answer)) } : {};
  return { status, json, headers: { ...etag, ...headers?.(answer) } };
}

function respond(c: DoorContext, { status, json, headers }: OnceAnswer): Response {
  const { ETag: etag } = headers;
  const cache = etag ? { 'Cache-Control': 'private, no-cache' } : {};
  if (etag && c.req.method === 'GET' && matchesEtag(c.req.header('If-None-Match'), etag)) {
    return c.body(null, 304, { ...headers, ...cache });
  }
  return c.body(json, status as 200, { 'Content-Type': JSON_TYPE, ...cache, ...headers });
}

function routeOf<P extends Schema, Q extends Schema, B extends Schema, A extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, A>,
) {
  const { method, path, tag, summary, params, query, body, answer, status = 200 } = endpoint;
  const request = {
    ...(params ? { params } : {}),
    ...(query ? { query } : {}),
    ...(body ? { body: { required: true, content: { [JSON_TYPE]: { schema: body } } } } : {}),
  };
  return createRoute({
    method,
    path: `/api/v1${path}`,
    tags: [tag],
    summary,
    security:
      endpoint.access === 'session' || endpoint.access === 'enrolling'
        ? [{ session: [] }]
        : [{ session: [] }, { apiKey: [] }],
    request: request as never,
    responses: {
      [status]: { description: 'Done', content: { [JSON_TYPE]: { schema: answer } } },
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  });
}
