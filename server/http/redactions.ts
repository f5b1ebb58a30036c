import { z } from 'zod';
import {
  hitDecisionsAnswerSchema,
  hitDecisionsSchema,
  redactionFilesSchema,
  redactionQuerySchema,
  redactionSettingsChangeSchema,
  redactionSettingsSchema,
  redactionsSchema,
} from '#contract/redaction.ts';
import { decideHits } from '#server/redaction/decide-hits.ts';
import { readFiles } from '#server/redaction/read-files.ts';
import { readRedactions } from '#server/redaction/read-redactions.ts';
import { changeSettings, readSettings } from '#server/redaction/settings.ts';
import type { Services } from '#server/services.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Redaction';
const params = z.object({ id: z.uuid() });

export function addRedactions(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/redactions',
    tag,
    summary: 'What a redact job found, with the texts it is in and what would stand there',
    params,
    query: redactionQuerySchema,
    answer: redactionsSchema,
    handle: ({ actor, params: { id }, query }) => readRedactions(services, actor, id, query),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/jobs/{id}/redactions',
    tag,
    summary: 'Decide over hits: some, all of a value, or all of a kind',
    params,
    body: hitDecisionsSchema,
    answer: hitDecisionsAnswerSchema,
    handle: ({ actor, params: { id }, body }) => decideHits(services, actor, id, body),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/redaction-files',
    tag,
    summary: 'Files that hold what is to be redacted; they go when it is',
    params,
    answer: redactionFilesSchema,
    handle: ({ actor, params: { id } }) => readFiles(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/redaction-settings',
    tag,
    summary: 'Your organisation’s own terms',
    answer: redactionSettingsSchema,
    single: true,
    handle: ({ actor }) => readSettings(services, actor),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/redaction-settings',
    tag,
    summary: 'List other terms; plans that were made with the old ones have to be approved anew',
    body: redactionSettingsChangeSchema,
    answer: redactionSettingsSchema,
    single: true,
    handle: ({ actor, body }) => changeSettings(services, actor, body),
  });
}
