import { z } from 'zod';
import { batchSchema, jobPatchSchema } from '#contract/batches.ts';
import {
  cancellationSchema,
  confirmationSchema,
  itemDetailSchema,
  itemFilterSchema,
  itemPageSchema,
  itemQuerySchema,
  jobSchema,
  planChoicesQuerySchema,
  planChoicesSchema,
  planPreviewRequestSchema,
  planPreviewSchema,
  retrySchema,
  undoRequestSchema,
  undoSchema,
} from '#contract/jobs.ts';
import { itemFacetsSchema, qualitySchema } from '#contract/quality.ts';
import { reportSchema } from '#contract/reports.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { changeJob } from '#server/batches/change-priority.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { listItems } from '#server/batches/list-items.ts';
import { pauseJob, resumeJob } from '#server/batches/pause-job.ts';
import { previewPlan } from '#server/batches/preview-plan.ts';
import { qualityToCsv } from '#server/batches/quality-to-csv.ts';
import { readItem } from '#server/batches/read-item.ts';
import { readItemFacets } from '#server/batches/read-item-facets.ts';
import { readJob } from '#server/batches/read-job.ts';
import { readPlanChoices } from '#server/batches/read-plan-choices.ts';
import { readQuality } from '#server/batches/read-quality.ts';
import { readReport } from '#server/batches/read-report.ts';
import { reportToCsv } from '#server/batches/report-to-csv.ts';
import { retryItems } from '#server/batches/retry-items.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import type { Services } from '#server/services.ts';
import { attachment } from './content-disposition.ts';
import { actorOf } from './door.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Jobs';
const params = z.object({ id: z.uuid() });
const itemParams = z.object({ id: z.uuid(), position: z.coerce.number().int().min(0).max(2_147_483_647) });

export function addJobs(api: Api, services: Services): void {
  addReading(api, services);
  addPlans(api, services);
  addSteering(api, services);
  addReports(api, services);
}

function addReading(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}',
    tag,
    summary: 'Where a job stands',
    params,
    answer: jobSchema,
    single: true,
    handle: ({ actor, params: { id } }) => readJob(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/items',
    tag,
    summary: 'Its items, with findings, plan and outcome',
    params,
    query: itemQuerySchema,
    answer: itemPageSchema,
    handle: ({ actor, params: { id }, query }) => listItems(services, actor, id, query),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/item-facets',
    tag,
    summary: 'The values to narrow its items by, with counts',
    params,
    query: itemFilterSchema,
    answer: itemFacetsSchema,
    handle: ({ actor, params: { id }, query }) => readItemFacets(services, actor, id, query),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/items/{position}',
    tag,
    summary: 'One item: what the file says and what is there',
    params: itemParams,
    answer: itemDetailSchema,
    single: true,
    handle: ({ actor, params: { id, position } }) => readItem(services, actor, id, position),
  });
}

function addPlans(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/plan-choices',
    tag,
    summary: 'How many items of a plan may be decided otherwise, and how',
    params,
    query: planChoicesQuerySchema,
    answer: planChoicesSchema,
    handle: ({ actor, params: { id }, query }) => readPlanChoices(services, actor, id, query),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/jobs/{id}/plan-previews',
    tag,
    summary: 'What confirming would do now, with these overrides; changes nothing',
    params,
    body: planPreviewRequestSchema,
    answer: planPreviewSchema,
    handle: ({ actor, params: { id }, body }) => previewPlan(services, actor, id, body),
  });
}

function addSteering(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'put',
    path: '/jobs/{id}/confirmation',
    tag,
    summary: 'Accept or reject a plan',
    params,
    body: confirmationSchema,
    answer: jobSchema,
    status: 202,
    handle: ({ actor, params: { id }, body }) => confirmPlan(services, actor, id, body),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/jobs/{id}/cancellation',
    tag,
    summary: 'Stop a job; keep or take back what it did',
    params,
    body: cancellationSchema,
    answer: jobSchema,
    status: 202,
    handle: ({ actor, params: { id }, body }) => cancelJob(services, actor, id, body),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/jobs/{id}/pause',
    tag,
    summary: 'Have a job wait',
    params,
    answer: jobSchema,
    status: 202,
    handle: ({ actor, params: { id } }) => pauseJob(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'delete',
    path: '/jobs/{id}/pause',
    tag,
    summary: 'Let a paused job go on',
    params,
    answer: jobSchema,
    status: 202,
    handle: ({ actor, params: { id } }) => resumeJob(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'patch',
    path: '/jobs/{id}',
    tag,
    summary: 'Change the priority of a job',
    params,
    body: jobPatchSchema,
    answer: jobSchema,
    handle: ({ actor, params: { id }, body }) => changeJob(services, actor, id, body),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/jobs/{id}/rollback',
    tag,
    summary: 'Take back what an ended job did, or say what that would do',
    params,
    body: undoRequestSchema,
    answer: undoSchema,
    status: 202,
    handle: ({ actor, params: { id }, body }) => undoJob(services, actor, id, body),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/jobs/{id}/retries',
    tag,
    summary: 'A new linked job over failed or unprocessed items, or over all of one that failed without its file',
    params,
    body: retrySchema,
    answer: batchSchema,
    status: 202,
    creates: true,
    headers: (batch) => ({ Location: `/api/v1/batches/${batch.id}` }),
    handle: ({ actor, params: { id }, body }) => retryItems(services, actor, id, body),
  });
}

function addReports(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/quality',
    tag,
    summary: 'How good its items are: verdicts, scores, common issues; also while a plan waits',
    params,
    answer: qualitySchema,
    single: true,
    handle: ({ actor, params: { id } }) => readQuality(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/report',
    tag,
    summary: 'What a finished job says about itself',
    params,
    answer: reportSchema,
    single: true,
    handle: ({ actor, params: { id } }) => readReport(services, actor, id),
  });
  api.openapi(
    {
      method: 'get',
      path: '/api/v1/jobs/{id}/quality.csv',
      tags: [tag],
      summary: 'How good its items are, as CSV: a line per number',
      security: [{ session: [] }],
      request: { params },
      responses: {
        200: { description: 'UTF-8 with a byte order mark', content: { 'text/csv': { schema: z.string() } } },
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const csv = qualityToCsv(await readQuality(services, actorOf(c), id));
      const headers = { 'Content-Type': 'text/csv; charset=utf-8', ...attachment(`quality-${id}.csv`) };
      return c.body(csv, 200, headers) as never;
    },
  );
  api.openapi(
    {
      method: 'get',
      path: '/api/v1/jobs/{id}/report.csv',
      tags: [tag],
      summary: 'The report with every item, as CSV',
      security: [{ session: [] }],
      request: { params },
      responses: {
        200: { description: 'UTF-8 with a byte order mark', content: { 'text/csv': { schema: z.string() } } },
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const csv = await reportToCsv(services, actorOf(c), id);
      const headers = { 'Content-Type': 'text/csv; charset=utf-8', ...attachment(`report-${id}.csv`) };
      return c.body(csv, 200, headers) as never;
    },
  );
}
