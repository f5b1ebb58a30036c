import { z } from 'zod';
import { auditRetentionSchema } from '#contract/audit.ts';
import {
  newVerificationSchema,
  sealSchema,
  verificationListSchema,
  verificationSchema,
} from '#contract/audit-verifications.ts';
import { readSeal } from '#server/audit/read-seal.ts';
import { readAuditRetention } from '#server/audit/retention/read-retention.ts';
import {
  listVerifications,
  readVerification,
  resumeVerification,
  startVerification,
  stopVerification,
} from '#server/audit/verifications.ts';
import type { Services } from '#server/services.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Audit';
const params = z.object({ id: z.uuid() });

export function addAuditVerifications(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/audit-seal',
    tag,
    summary: 'How sealing the audit trail goes, its public keys, and what the last verification said',
    answer: sealSchema,
    handle: ({ actor }) => readSeal(services, actor),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/audit-retention',
    tag,
    summary: 'How long each kind of audit entry is kept, and how many are past their time',
    answer: auditRetentionSchema,
    handle: ({ actor }) => readAuditRetention(services, actor),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/audit-verifications',
    tag,
    summary: 'The latest verifications of the audit trail, newest first',
    answer: verificationListSchema,
    handle: ({ actor }) => listVerifications(services, actor),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/audit-verifications',
    tag,
    summary: 'Have the audit trail verified, all of it or a period',
    body: newVerificationSchema,
    answer: verificationSchema,
    status: 202,
    creates: true,
    headers: ({ id }) => ({ Location: `/api/v1/audit-verifications/${id}` }),
    handle: ({ actor, body }) => startVerification(services, actor, body),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/audit-verifications/{id}',
    tag,
    summary: 'How far a verification is, and what it found',
    params,
    answer: verificationSchema,
    single: true,
    handle: ({ actor, params: { id } }) => readVerification(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/audit-verifications/{id}/cancellation',
    tag,
    summary: 'Stop a verification; it can go on later',
    params,
    answer: verificationSchema,
    status: 202,
    handle: ({ actor, params: { id } }) => stopVerification(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'delete',
    path: '/audit-verifications/{id}/cancellation',
    tag,
    summary: 'Let a stopped verification go on',
    params,
    answer: verificationSchema,
    status: 202,
    handle: ({ actor, params: { id } }) => resumeVerification(services, actor, id),
  });
}
