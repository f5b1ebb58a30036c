import { z } from 'zod';
import {
  type Batch,
  batchPageSchema,
  batchPatchSchema,
  batchQuerySchema,
  batchSchema,
  newBatchSchema,
  newJobSchema,
} from '#contract/batches.ts';
import { batchReportSchema } from '#contract/reports.ts';
import { batchReportToCsv } from '#server/batches/batch-report-to-csv.ts';
import { changeBatch } from '#server/batches/change-priority.ts';
import { createBatch } from '#server/batches/create-batch.ts';
import { listBatches } from '#server/batches/list-batches.ts';
import { readBatch } from '#server/batches/read-batch.ts';
import { readBatchReport } from '#server/batches/read-batch-report.ts';
import type { Services } from '#server/services.ts';
import { attachment } from './content-disposition.ts';
import { actorOf } from './door.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Batches';
const params = z.object({ id: z.uuid() });
const located = (batch: Batch) => ({ Location: `/api/v1/batches/${batch.id}` });

export function addBatches(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/batches',
    tag,
    summary: 'Batches by status, operation, person and time',
    query: batchQuerySchema,
    answer: batchPageSchema,
    handle: ({ actor, query }) => listBatches(services, actor, query),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/batches',
    tag,
    summary: 'Start a batch',
    body: newBatchSchema,
    answer: batchSchema,
    status: 202,
    creates: true,
    headers: located,
    handle: ({ actor, body }) => createBatch(services, actor, body),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/jobs',
    tag,
    summary: 'Start a batch of one job',
    body: newJobSchema,
    answer: batchSchema,
    status: 202,
    creates: true,
    headers: located,
    handle: ({ actor, body }) => createBatch(services, actor, { jobs: [body] }),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/batches/{id}',
    tag,
    summary: 'One batch with its jobs',
    params: z.object({ id: z.uuid() }),
    answer: batchSchema,
    single: true,
    handle: ({ actor, params: { id } }) => readBatch(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'patch',
    path: '/batches/{id}',
    tag,
    summary: 'Change the priority of what waits in a batch, or how many of its jobs may be worked on at once',
    params: z.object({ id: z.uuid() }),
    body: batchPatchSchema,
    answer: batchSchema,
    handle: ({ actor, params: { id }, body }) => changeBatch(services, actor, id, body),
  });
  addReports(api, services);
}

function addReports(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/batches/{id}/report',
    tag,
    summary: 'What became of all jobs of a batch',
    params,
    answer: batchReportSchema,
    single: true,
    handle: ({ actor, params: { id } }) => readBatchReport(services, actor, id),
  });
  api.openapi(
    {
      method: 'get',
      path: '/api/v1/batches/{id}/report.csv',
      tags: [tag],
      summary: 'The same as CSV, a line per job',
      security: [{ session: [] }],
      request: { params },
      responses: {
        200: { description: 'UTF-8 with a byte order mark', content: { 'text/csv': { schema: z.string() } } },
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const csv = await batchReportToCsv(services, actorOf(c), id);
      const headers = { 'Content-Type': 'text/csv; charset=utf-8', ...attachment(`batch-${id}.csv`) };
      return c.body(csv, 200, headers) as never;
    },
  );
}
