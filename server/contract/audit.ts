import { z } from 'zod';
import { pageOf, pagingQuery } from './paging.ts';

export const auditEntrySchema = z.object({
  id: z.string(),
  at: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  role: z.string().nullable(),
  organisation: z.string().nullable(),
  /** `resource.event`, such as `job.confirm` or `session.refused`. */
  action: z.string(),
  subjectType: z.string().nullable(),
  subjectId: z.string().nullable(),
  oldHash: z.string().nullable(),
  newHash: z.string().nullable(),
  reason: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  correlationId: z.string().nullable(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditQuerySchema = z.object({
  ...pagingQuery,
  action: z.string().max(100).optional(),
  person: z.string().max(200).optional(),
  subject: z.string().max(200).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});
export const auditPageSchema = pageOf(auditEntrySchema);
export type AuditPage = z.infer<typeof auditPageSchema>;
