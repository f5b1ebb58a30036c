import type { ApprovalList } from '#contract/approvals.ts';
import { listApprovals as readRows } from '#db/queries/approvals.ts';
import type { Actor } from '#domain/access.ts';
import { sightOf } from '#domain/clearance.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { presentApproval } from './present-approval.ts';

/** So many are shown: those that wait are few, and of the others the latest are looked at. */
const MOST = 200;

/** What waits for an approval, or the latest that does not any more. */
export async function listApprovals(
  services: Services,
  actor: Actor,
  { state }: { state: 'waiting' | 'decided' },
): Promise<ApprovalList> {
  await requireAction(services, actor, 'batch:read');
  const rows = await readRows(services.pool, sightOf(actor), state === 'waiting', MOST);
  return { items: rows.map((row) => presentApproval(row, actor)) };
}
