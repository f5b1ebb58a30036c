import { z } from 'zod';
import {
  approvalDecisionSchema,
  approvalListSchema,
  approvalQuerySchema,
  approvalRequestSchema,
  approvalSchema,
  approvalSettingsChangeSchema,
  approvalSettingsSchema,
  jobApprovalSchema,
} from '#contract/approvals.ts';
import { decideApproval } from '#server/approvals/decide-approval.ts';
import { listApprovals } from '#server/approvals/list-approvals.ts';
import { readJobApproval } from '#server/approvals/read-job-approval.ts';
import { requestApproval } from '#server/approvals/request-approval.ts';
import { changeSettings, readSettings } from '#server/approvals/settings.ts';
import { withdrawApproval } from '#server/approvals/withdraw-approval.ts';
import type { Services } from '#server/services.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Approvals';
const params = z.object({ id: z.uuid() });

/** What does not go on without somebody else's yes. */
export function addApprovals(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/approvals',
    tag,
    summary: 'What waits for an approval, or the latest that was decided',
    query: approvalQuerySchema,
    answer: approvalListSchema,
    handle: ({ actor, query }) => listApprovals(services, actor, query),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/approval-settings',
    tag,
    summary: 'What waits for an approval in your organisation, beside what cannot be taken back',
    answer: approvalSettingsSchema,
    single: true,
    handle: ({ actor }) => readSettings(services, actor),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/approval-settings',
    tag,
    summary: 'Have other work wait for an approval; what waits already goes on waiting',
    body: approvalSettingsChangeSchema,
    answer: approvalSettingsSchema,
    single: true,
    handle: ({ actor, body }) => changeSettings(services, actor, body),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/approvals',
    tag,
    summary: 'What a job needs of somebody else, and the latest request for it',
    params,
    answer: jobApprovalSchema,
    handle: ({ actor, params: { id } }) => readJobApproval(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/jobs/{id}/approvals',
    tag,
    summary: 'Ask somebody else to approve the plan of a job, as it is now, or taking back what it did',
    params,
    body: approvalRequestSchema,
    answer: approvalSchema,
    status: 201,
    creates: true,
    handle: ({ actor, params: { id }, body }) => requestApproval(services, actor, id, body),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/approvals/{id}/decision',
    tag,
    summary: 'Approve or refuse what somebody else has prepared; approving lets the job go on',
    params,
    body: approvalDecisionSchema,
    answer: approvalSchema,
    handle: ({ actor, params: { id }, body }) => decideApproval(services, actor, id, body),
  });
  addEndpoint(api, services, {
    method: 'delete',
    path: '/approvals/{id}',
    tag,
    summary: 'Withdraw a request that waits',
    params,
    answer: approvalSchema,
    handle: ({ actor, params: { id } }) => withdrawApproval(services, actor, id),
  });
}
