import type { Sql } from '#db/client.ts';
import { endApproval, findApproval } from '#db/queries/approvals.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import type { Actor } from '#domain/access.ts';

/** A job that is stopped or given up asks for nothing any more. */
export async function endOpenApproval(sql: Sql, actor: Actor, jobId: string): Promise<void> {
  const open = await findApproval(sql, jobId, 'requested');
  if (!open || !(await endApproval(sql, open.id, { status: 'withdrawn', by: actor.id }))) return;
  await insertAuditEntries(sql, actor, [
    { action: 'approval.withdrawn', subjectType: 'approval', subjectId: open.id, jobId },
  ]);
}
