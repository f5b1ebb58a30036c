import { z } from 'zod';
import { type Batch, batchSchema } from '#contract/batches.ts';
import {
  deletedPolicySchema,
  newRetentionPolicySchema,
  type RetentionPolicy,
  retentionPoliciesSchema,
  retentionPolicyChangeSchema,
  retentionPolicySchema,
  retentionPreviewRequestSchema,
  retentionPreviewSchema,
} from '#contract/retention.ts';
import { listPolicies, readPolicy } from '#server/retention/policies.ts';
import { dueToCsv, previewPolicy } from '#server/retention/preview-policy.ts';
import { runPolicy } from '#server/retention/run-policy.ts';
import { changePolicy, createPolicy, deletePolicy } from '#server/retention/save-policy.ts';
import type { Services } from '#server/services.ts';
import { attachment } from './content-disposition.ts';
import { actorOf } from './door.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Retention';
const params = z.object({ id: z.uuid() });

/** What is kept how long, what would go now, and having it go. */
export function addRetention(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/retention-policies',
    tag,
    summary: 'What is kept how long, and what happens to it then',
    answer: retentionPoliciesSchema,
    handle: ({ actor }) => listPolicies(services, actor),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/retention-policies',
    tag,
    summary: 'Add a policy',
    body: newRetentionPolicySchema,
    answer: retentionPolicySchema,
    status: 201,
    creates: true,
    headers: ({ id }: RetentionPolicy) => ({ Location: `/api/v1/retention-policies/${id}` }),
    handle: ({ actor, body }) => createPolicy(services, actor, body),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/retention-policies/{id}',
    tag,
    summary: 'One policy',
    params,
    answer: retentionPolicySchema,
    single: true,
    handle: ({ actor, params: { id } }) => readPolicy(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/retention-policies/{id}',
    tag,
    summary: 'Change a policy; what it started goes on as it was',
    params,
    body: retentionPolicyChangeSchema,
    answer: retentionPolicySchema,
    handle: ({ actor, params: { id }, body }) => changePolicy(services, actor, id, body),
  });
  addEndpoint(api, services, {
    method: 'delete',
    path: '/retention-policies/{id}',
    tag,
    summary: 'Delete a policy; the batches it started stay',
    params,
    answer: deletedPolicySchema,
    handle: ({ actor, params: { id } }) => deletePolicy(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/retention-policies/{id}/runs',
    tag,
    summary: 'Start a policy now',
    params,
    answer: batchSchema,
    status: 202,
    creates: true,
    headers: ({ id }: Batch) => ({ Location: `/api/v1/batches/${id}` }),
    handle: ({ actor, params: { id } }) => runPolicy(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/retention-previews',
    tag,
    summary: 'What a policy would do now, without anything happening',
    body: retentionPreviewRequestSchema,
    answer: retentionPreviewSchema,
    handle: ({ actor, body }) => previewPolicy(services, actor, body),
  });
  addDueList(api, services);
}

function addDueList(api: Api, services: Services): void {
  api.openapi(
    {
      method: 'get',
      path: '/api/v1/retention-policies/{id}/due.csv',
      tags: [tag],
      summary: 'Everything a policy would be done with now, as CSV',
      security: [{ session: [] }],
      request: { params },
      responses: {
        200: { description: 'UTF-8 with a byte order mark', content: { 'text/csv': { schema: z.string() } } },
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const csv = await dueToCsv(services, actorOf(c), id);
      const headers = { 'Content-Type': 'text/csv; charset=utf-8', ...attachment(`bewaartermijn-${id}.csv`) };
      return c.body(csv, 200, headers) as never;
    },
  );
}
