import { z } from 'zod';
import { clearanceChangeSchema, organisationsSchema, peopleSchema, personSchema } from '#contract/people.ts';
import { changeClearance } from '#server/people/change-clearance.ts';
import { listOrganisations } from '#server/people/list-organisations.ts';
import { listPeople } from '#server/people/list-people.ts';
import type { Services } from '#server/services.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'People';

export function addPeople(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/organisations',
    tag,
    summary: 'The organisations of the chain',
    answer: organisationsSchema,
    handle: ({ actor }) => listOrganisations(services, actor),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/people',
    tag,
    summary: 'Who there is, with the highest classification each may see',
    answer: peopleSchema,
    handle: ({ actor }) => listPeople(services, actor),
  });
  addEndpoint(api, services, {
    method: 'patch',
    path: '/people/{id}',
    tag,
    summary: 'Say what somebody else of one’s organisation may see',
    params: z.object({ id: z.uuid() }),
    body: clearanceChangeSchema,
    answer: personSchema,
    handle: ({ actor, params: { id }, body }) => changeClearance(services, actor, id, body),
  });
}
