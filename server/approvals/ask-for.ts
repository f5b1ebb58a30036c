import type { Sql } from '#db/client.ts';
import { insertApproval } from '#db/queries/approvals.ts';
import { type AuditActor, insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertJobEvent } from '#db/queries/insert-events.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { ApprovalSubject } from '#domain/approval.ts';
import { Problem } from '#domain/errors.ts';
import type { ApprovablePlan } from './plan-of.ts';

type Asked = {
  by: AuditActor & { id: string };
  subject: ApprovalSubject;
  plan: ApprovablePlan;
  reason: string;
  expiresInDays: number;
};

/** Writes a request down and tells of it, in the caller's transaction. @throws Problem `approval_open` */
export async function askFor(
  sql: Sql,
  job: JobRow,
  { by, subject, plan, reason, expiresInDays }: Asked,
): Promise<void> {
  const id = uuidV7();
  const isNew = await insertApproval(sql, {
    id,
    organisationId: job.organisationId,
    jobId: job.id,
    subject,
    startedBy: job.createdBy,
    requestedBy: by.id,
    reason,
    planDigest: plan.digest,
    expiresInDays,
  });
  if (!isNew) throw new Problem('approval_open');
  await insertAuditEntries(sql, by, [
    {
      action: 'approval.requested',
      subjectType: 'approval',
      subjectId: id,
      jobId: job.id,
      reason,
      newHash: plan.digest,
      details: { operation: job.operation, subject, items: job.total, changes: plan.changes },
    },
  ]);
  await insertJobEvent(sql, job.id, 'approval.requested');
}
