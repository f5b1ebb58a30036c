import type { z } from 'zod';
import type { AuditFilterQuery, AuditPage, auditQuerySchema } from '#contract/audit.ts';
import { hasLatelySearched } from '#db/queries/has-lately-searched.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { listAuditEntries as findAuditEntries, MOST_COUNTED } from '#db/queries/list-audit-entries.ts';
import type { Actor } from '#domain/access.ts';
import { sightOf } from '#domain/clearance.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { cursorsOf, pageAt } from '#server/page-at.ts';
import type { Services } from '#server/services.ts';
import { resolveFilter } from './resolve-filter.ts';

const SORT = 'audit';

/**
 * One page of the audit trail, newest first. For auditors and administrators. What was looked for is an entry of the trail itself:
 * once for a search, whatever pages of it are read, and once in ten minutes when the same is asked again.
 */
export async function listAuditEntries(
  services: Services,
  actor: Actor,
  { cursor, limit, ...asked }: z.infer<typeof auditQuerySchema>,
): Promise<AuditPage> {
  await requireAction(services, actor, 'audit:read');
  const at = pageAt(cursor, SORT, 1);
  const filter = await resolveFilter(services, asked);
  const page = await findAuditEntries(services.pool, { filter, sight: sightOf(actor), at, limit });
  if (at === null) await tell(services, actor, asked);
  const items = page.rows.map(({ key: _, ...entry }) => entry);
  const total = Math.min(page.total, MOST_COUNTED);
  return { items, ...cursorsOf(page, SORT), total, more: page.total > MOST_COUNTED };
}

async function tell({ pool }: Services, actor: Actor, asked: AuditFilterQuery): Promise<void> {
  const details = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''));
  if (await hasLatelySearched(pool, actor.id, details)) return;
  await insertAuditEntries(pool, actor, [{ action: 'audit.searched', subjectType: 'audit', details }]);
}
