import type { ProvenanceSettings, ProvenanceSettingsChange } from '#contract/provenance.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { readProvenanceSettings, writeProvenanceSettings } from '#db/queries/provenance-settings.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { POLICY_CASES } from '#domain/provenance.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** What this person's organisation does with archives it has no reason to trust. */
export async function readSettings(services: Services, actor: Actor): Promise<ProvenanceSettings> {
  await requireAction(services, actor, 'batch:read');
  return present(services.pool, actor);
}

/** Chooses otherwise, for imports whose check begins from now on. @throws Problem `not_allowed`, `settings_changed` */
export async function changeSettings(
  services: Services,
  actor: Actor,
  { version, ...wanted }: ProvenanceSettingsChange,
): Promise<ProvenanceSettings> {
  const { organisationId } = actor;
  await requireAction(services, actor, 'provenance:manage', { type: 'provenance_settings', id: organisationId });
  await inTransaction(services.pool, async (sql) => {
    const now = await readProvenanceSettings(sql, organisationId);
    if (now.version !== version) throw new Problem('settings_changed', { version: now.version });
    const changed = POLICY_CASES.filter((one) => now[one] !== wanted[one]);
    if (changed.length === 0) return;
    const next = { ...wanted, version: version + 1 };
    if (!(await writeProvenanceSettings(sql, organisationId, next, actor.id)))
      throw new Problem('settings_changed', { version: next.version });
    const changes = Object.fromEntries(changed.map((one) => [one, { from: now[one], to: wanted[one] }]));
    await insertAuditEntries(sql, actor, [
      {
        action: 'provenance_settings.changed',
        subjectType: 'provenance_settings',
        subjectId: organisationId,
        details: { version: next.version, ...changes },
      },
    ]);
  });
  return present(services.pool, actor);
}

async function present(sql: Sql, { organisationId }: Actor): Promise<ProvenanceSettings> {
  const { changedAt, ...settings } = await readProvenanceSettings(sql, organisationId);
  return { ...settings, changedAt: changedAt?.toISOString() ?? null };
}
