import { z } from 'zod';
import {
  columnMappingChangeSchema,
  columnMappingListSchema,
  columnMappingNameSchema,
  columnMappingSchema,
} from '#contract/reading.ts';
import { forgetMapping } from '#server/column-mappings/forget-mapping.ts';
import { listMappings } from '#server/column-mappings/list-mappings.ts';
import { renameMapping } from '#server/column-mappings/rename-mapping.ts';
import { saveMapping } from '#server/column-mappings/save-mapping.ts';
import type { Services } from '#server/services.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Uploads';

export function addColumnMappings(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/column-mappings',
    tag,
    summary: 'What your organisation made of the columns of tables',
    answer: columnMappingListSchema,
    handle: ({ actor }) => listMappings(services, actor),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/column-mappings',
    tag,
    summary: 'Remember what the columns of a table are for; another of the same set of names gives way',
    body: columnMappingChangeSchema,
    answer: columnMappingSchema,
    handle: ({ actor, body }) => saveMapping(services, actor, body),
  });
  addEndpoint(api, services, {
    method: 'patch',
    path: '/column-mappings/{id}',
    tag,
    summary: 'Give one a name, or take it away',
    params: z.object({ id: z.uuid() }),
    body: columnMappingNameSchema,
    answer: columnMappingSchema,
    handle: ({ actor, params, body }) => renameMapping(services, actor, params.id, body.name),
  });
  addEndpoint(api, services, {
    method: 'delete',
    path: '/column-mappings/{id}',
    tag,
    summary: 'Forget one',
    params: z.object({ id: z.uuid() }),
    answer: z.object({ id: z.string() }),
    handle: ({ actor, params }) => forgetMapping(services, actor, params.id),
  });
}
