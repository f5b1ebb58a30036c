import { z } from 'zod';
import { waysInQuerySchema, waysInSchema } from '#contract/account.ts';
import { endSession, listWaysIn, resetSecondFactor, revokeKey } from '#server/account/ways-in.ts';
import type { Services } from '#server/services.ts';
import { ownSessionOf } from './door.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Ways in';
const byId = z.object({ id: z.uuid() });

/** For who looks after the people of an organisation: where they are signed in, and with which keys. */
export function addWaysIn(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/ways-in',
    tag,
    summary: 'Sessions and API keys of the people of your organisation, by name; the first fifty that match',
    access: 'session',
    query: waysInQuerySchema,
    answer: waysInSchema,
    handle: ({ c, actor, query }) => listWaysIn(services, actor, ownSessionOf(c).sessionId, query.q ?? ''),
  });
  const ways = [
    ['/ways-in/sessions/{id}', 'End the session of somebody of your organisation', endSession],
    ['/ways-in/keys/{id}', 'Revoke the API key of somebody of your organisation', revokeKey],
    ['/ways-in/second-factors/{id}', 'Take away the second factor this person has lost', resetSecondFactor],
  ] as const;
  for (const [path, summary, end] of ways) {
    addEndpoint(api, services, {
      method: 'delete',
      path,
      tag,
      summary,
      access: 'session',
      params: byId,
      answer: byId,
      handle: async ({ actor, params }) => {
        await end(services, actor, params.id);
        return params;
      },
    });
  }
}
