import { z } from 'zod';
import {
  deliveryDetailSchema,
  deliveryPageSchema,
  deliveryQuerySchema,
  newWebhookSchema,
  replayedSchema,
  replaySchema,
  type WebhookSecret,
  webhookListSchema,
  webhookPatchSchema,
  webhookSchema,
  webhookSecretSchema,
} from '#contract/webhooks.ts';
import type { Services } from '#server/services.ts';
import { changeWebhook } from '#server/webhooks/change-webhook.ts';
import { createWebhook } from '#server/webhooks/create-webhook.ts';
import { deleteWebhook } from '#server/webhooks/delete-webhook.ts';
import { listDeliveries, readDelivery } from '#server/webhooks/read-deliveries.ts';
import { listWebhooks, readWebhook } from '#server/webhooks/read-webhooks.ts';
import { replaceSecret } from '#server/webhooks/replace-secret.ts';
import { replayDelivery, replayFailedDeliveries } from '#server/webhooks/replay-deliveries.ts';
import { testWebhook } from '#server/webhooks/test-webhook.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Webhooks';
const byId = z.object({ id: z.uuid() });
const byDelivery = z.object({ id: z.uuid(), delivery: z.uuid() });

/**
 * No Idempotency-Key where a secret is answered: the first answer to a key is kept, and a secret is kept nowhere as it is. Whoever
 * lost that answer replaces the secret.
 */
export function addWebhooks(api: Api, services: Services): void {
  addKeeping(api, services);
  addDeliveries(api, services);
}

function addKeeping(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/webhooks',
    tag,
    summary: 'The webhooks of your organisation',
    answer: webhookListSchema,
    handle: ({ actor }) => listWebhooks(services, actor),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/webhooks',
    tag,
    summary: 'Have events sent to an address; the secret is said here and never again',
    body: newWebhookSchema,
    answer: webhookSecretSchema,
    status: 201,
    headers: ({ id }: WebhookSecret) => ({ Location: `/api/v1/webhooks/${id}`, 'Cache-Control': 'no-store' }),
    handle: ({ actor, body }) => createWebhook(services, actor, body),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/webhooks/{id}',
    tag,
    summary: 'One webhook',
    params: byId,
    answer: webhookSchema,
    single: true,
    handle: ({ actor, params: { id } }) => readWebhook(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'patch',
    path: '/webhooks/{id}',
    tag,
    summary: 'Change a webhook, turn it off, or on again',
    params: byId,
    body: webhookPatchSchema,
    answer: webhookSchema,
    handle: ({ actor, params: { id }, body }) => changeWebhook(services, actor, id, body),
  });
  addEndpoint(api, services, {
    method: 'delete',
    path: '/webhooks/{id}',
    tag,
    summary: 'Delete a webhook; what is on its way is given up',
    params: byId,
    answer: z.object({ id: z.string() }),
    handle: ({ actor, params: { id } }) => deleteWebhook(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/webhooks/{id}/secrets',
    tag,
    summary: 'Replace the secret; for a day both sign',
    params: byId,
    answer: webhookSecretSchema,
    status: 201,
    headers: () => ({ 'Cache-Control': 'no-store' }),
    handle: ({ actor, params: { id } }) => replaceSecret(services, actor, id),
  });
}

function addDeliveries(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'post',
    path: '/webhooks/{id}/tests',
    tag,
    summary: 'Send a test event, once',
    params: byId,
    answer: deliveryDetailSchema,
    status: 202,
    creates: true,
    handle: ({ actor, params: { id } }) => testWebhook(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/webhooks/{id}/deliveries',
    tag,
    summary: 'What went to a webhook, newest first',
    params: byId,
    query: deliveryQuerySchema,
    answer: deliveryPageSchema,
    handle: ({ actor, params: { id }, query }) => listDeliveries(services, actor, id, query),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/webhooks/{id}/deliveries/{delivery}',
    tag,
    summary: 'One delivery: what was sent, and what each attempt brought',
    params: byDelivery,
    answer: deliveryDetailSchema,
    single: true,
    handle: ({ actor, params }) => readDelivery(services, actor, { webhookId: params.id, id: params.delivery }),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/webhooks/{id}/deliveries/{delivery}/replays',
    tag,
    summary: 'Send a delivery again, under the same id',
    params: byDelivery,
    answer: deliveryDetailSchema.omit({ request: true, tries: true }),
    status: 202,
    handle: ({ actor, params }) => replayDelivery(services, actor, { webhookId: params.id, id: params.delivery }),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/webhooks/{id}/replays',
    tag,
    summary: 'Send everything again that was given up, since a moment or at all',
    params: byId,
    body: replaySchema,
    answer: replayedSchema,
    status: 202,
    handle: ({ actor, params: { id }, body }) => replayFailedDeliveries(services, actor, id, body.since ?? null),
  });
}
