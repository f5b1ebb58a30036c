import { z } from 'zod';
import {
  chunksQuerySchema,
  chunksSchema,
  monitoringSchema,
  transitionPageSchema,
  transitionsQuerySchema,
} from '#contract/monitoring.ts';
import { listChunks } from '#server/monitoring/list-chunks.ts';
import { listTransitions } from '#server/monitoring/list-transitions.ts';
import { createMonitoringReader } from '#server/monitoring/read-monitoring.ts';
import type { Services } from '#server/services.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Monitoring';
const params = z.object({ id: z.uuid() });

export function addMonitoring(api: Api, services: Services): void {
  const readMonitoring = createMonitoringReader(services);
  addEndpoint(api, services, {
    method: 'get',
    path: '/monitoring',
    tag,
    summary: 'How the installation does: queue, processors, jobs at work, jobs that want a look, failures',
    answer: monitoringSchema,
    handle: ({ actor }) => readMonitoring(actor),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/chunks',
    tag,
    summary: 'When its chunks were worked on, in groups when there are many',
    params,
    query: chunksQuerySchema,
    answer: chunksSchema,
    single: true,
    handle: ({ actor, params: { id }, query }) => listChunks(services, actor, id, query),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/transitions',
    tag,
    summary: 'The changes of its state, oldest first',
    params,
    query: transitionsQuerySchema,
    answer: transitionPageSchema,
    handle: ({ actor, params: { id }, query }) => listTransitions(services, actor, id, query),
  });
}
