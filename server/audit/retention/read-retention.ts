import type { AuditRetention } from '#contract/audit.ts';
import { listAuditKinds } from '#db/queries/audit-lookups.ts';
import { readLastPruning } from '#db/queries/audit-prunings.ts';
import type { Actor } from '#domain/access.ts';
import { LEAST_YEARS, leastYearsOf, VISIT_KINDS, yearsOf } from '#domain/audit-retention.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { previewPruning } from './prune-trail.ts';

/** How long each kind of audit entry is kept, and what of it is past its time. For auditors and administrators. */
export async function readAuditRetention(
  services: Pick<Services, 'pool' | 'config'>,
  actor: Actor,
): Promise<AuditRetention> {
  await requireAction(services, actor, 'audit:read');
  const { pool, config } = services;
  const expired = new Map((await previewPruning({ pool, config })).map((row) => [row.kind, row]));
  const known = [...(await listAuditKinds(pool)), ...Object.keys(config.auditRetention), ...VISIT_KINDS];
  const kinds = [...new Set([...known, ...expired.keys()])].sort().map((kind) => ({
    kind,
    years: yearsOf(kind, config.auditRetention),
    least: leastYearsOf(kind),
    expired: expired.get(kind)?.entries ?? 0,
    oldest: expired.get(kind)?.oldest ?? null,
  }));
  return { kinds, otherwise: LEAST_YEARS, lastPruning: await readLastPruning(pool) };
}
