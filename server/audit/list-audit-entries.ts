import type { z } from 'zod';
import type { AuditPage, auditQuerySchema } from '#contract/audit.ts';
import { listAuditEntries as findAuditEntries } from '#db/queries/list-audit-entries.ts';
import { type Actor, readScope } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { cursorsOf, pageAt } from '#server/page-at.ts';
import type { Services } from '#server/services.ts';

const SORT = 'audit';

/** One page of the audit trail, newest first. For auditors and administrators. */
export async function listAuditEntries(
  services: Services,
  actor: Actor,
  { cursor, limit, ...filter }: z.infer<typeof auditQuerySchema>,
): Promise<AuditPage> {
  await requireAction(services, actor, 'audit:read');
  const at = pageAt(cursor, SORT, 1);
  const page = await findAuditEntries(services.pool, { filter, scope: readScope(actor), at, limit });
  const items = page.rows.map(({ key: _, ...entry }) => entry);
  return { items, ...cursorsOf(page, SORT), total: page.total };
}
