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

/** What is looked for; all of it holds. */
export const auditFilterSchema = z.object({
  /** The whole name, such as `job.confirm`, or the kind, such as `job`. */
  action: z.string().max(100).optional(),
  /** A person's id, or a piece of their name. */
  person: z.string().max(200).optional(),
  /** The id of a thing, or of a job that touched it. */
  subject: z.string().max(200).optional(),
  /** The id of a batch: the batch itself and everything its jobs did. */
  batch: z.uuid().optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  /** A piece of the reason, the details, a name, an IP address or a correlation id. */
  text: z.string().min(2).max(200).optional(),
});
export type AuditFilterQuery = z.infer<typeof auditFilterSchema>;

export const auditQuerySchema = z.object({ ...pagingQuery, ...auditFilterSchema.shape });
/** `total` is exact up to 10 000; when there are `more`, it is that. */
export const auditPageSchema = pageOf(auditEntrySchema).extend({ more: z.boolean() });
export type AuditPage = z.infer<typeof auditPageSchema>;

/** How long audit entries are kept, by kind of action (what stands before the dot), and how much is past its time. */
export const auditRetentionSchema = z.object({
  kinds: z.array(
    z.object({
      kind: z.string(),
      years: z.int(),
      /** The fewest years that may be chosen. */
      least: z.int(),
      /** Sealed entries that are older, and the day of the oldest of them. */
      expired: z.int(),
      oldest: z.string().nullable(),
    }),
  ),
  /** Years of every kind that is not listed. */
  otherwise: z.int(),
  lastPruning: z.object({ at: z.string(), reason: z.string(), entries: z.int() }).nullable(),
});
export type AuditRetention = z.infer<typeof auditRetentionSchema>;
