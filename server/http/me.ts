import { type Me, meSchema } from '#contract/me.ts';
import { readPerson } from '#db/queries/read-person.ts';
import { type Actor, actionsOf } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import { ownSessionOf } from './door.ts';
import { type Api, addEndpoint } from './endpoint.ts';

export function addMe(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/me',
    tag: 'Session',
    summary: 'Who you are and what you may do',
    access: 'anybody',
    answer: meSchema,
    single: true,
    handle: ({ c, actor }) => describePerson(services, actor, ownSessionOf(c).mustEnrol),
  });
}

async function describePerson({ pool, config }: Services, actor: Actor, mustEnrol: boolean): Promise<Me> {
  const person = await readPerson(pool, { id: actor.id });
  if (!person) throw new Problem('not_signed_in');
  return { ...person, actions: mustEnrol ? [] : actionsOf(actor), demo: config.demo, mustEnrol };
}
