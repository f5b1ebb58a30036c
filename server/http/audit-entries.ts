import { auditPageSchema, auditQuerySchema } from '#contract/audit.ts';
import { listAuditEntries } from '#server/audit/list-audit-entries.ts';
import type { Services } from '#server/services.ts';
import { type Api, addEndpoint } from './endpoint.ts';

export function addAuditEntries(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/audit-entries',
    tag: 'Audit',
    summary: 'Who did what to which thing, newest first',
    query: auditQuerySchema,
    answer: auditPageSchema,
    handle: ({ actor, query }) => listAuditEntries(services, actor, query),
  });
}
