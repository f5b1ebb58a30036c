import type { ApprovalSettings, ApprovalSettingsChange } from '#contract/approvals.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { readApprovalSettings, writeApprovalSettings } from '#db/queries/approval-settings.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import type { Actor } from '#domain/access.ts';
import { APPROVAL_KINDS } from '#domain/approval-rules.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** What this person's organisation has wait for somebody else. */
export async function readSettings(services: Services, actor: Actor): Promise<ApprovalSettings> {
  await requireAction(services, actor, 'batch:read');
  return present(services.pool, actor);
}

/**
 * Puts other rules in their place; jobs that have begun to wait go on waiting. What says the same changes nothing.
 * @throws Problem `not_allowed`, `settings_changed`
 */
export async function changeSettings(
  services: Services,
  actor: Actor,
  { rules, version }: ApprovalSettingsChange,
): Promise<ApprovalSettings> {
  const { organisationId } = actor;
  await requireAction(services, actor, 'approval:manage', { type: 'approval_settings', id: organisationId });
  await inTransaction(services.pool, async (sql) => {
    const now = await readApprovalSettings(sql, organisationId);
    if (now.version !== version) throw new Problem('settings_changed', { version: now.version });
    const changed = APPROVAL_KINDS.filter(
      (kind) =>
        rules[kind].moreThan !== now.rules[kind].moreThan || rules[kind].established !== now.rules[kind].established,
    );
    if (changed.length === 0) return;
    if (!(await writeApprovalSettings(sql, organisationId, { rules, version: version + 1 }, actor.id)))
      throw new Problem('settings_changed', { version: version + 1 });
    await insertAuditEntries(sql, actor, [
      {
        action: 'approval_settings.changed',
        subjectType: 'approval_settings',
        subjectId: organisationId,
        details: Object.fromEntries(changed.map((kind) => [kind, { before: now.rules[kind], after: rules[kind] }])),
      },
    ]);
  });
  return present(services.pool, actor);
}

async function present(sql: Sql, { organisationId }: Actor): Promise<ApprovalSettings> {
  const { changedAt, ...settings } = await readApprovalSettings(sql, organisationId);
  return { ...settings, rules: { ...settings.rules }, changedAt: changedAt?.toISOString() ?? null };
}
