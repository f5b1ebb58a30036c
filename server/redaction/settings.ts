import type { RedactionSettings, RedactionSettingsChange } from '#contract/redaction.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { readRedactionSettings, writeRedactionSettings } from '#db/queries/redaction-settings.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** What this person's organisation wants found beside what everybody does. */
export async function readSettings(services: Services, actor: Actor): Promise<RedactionSettings> {
  await requireAction(services, actor, 'definition:read');
  return present(services.pool, actor);
}

/**
 * Puts another list in its place; one that says the same changes nothing. The audit trail says how many terms came and went and not
 * which: nobody can take them out of there. @throws Problem `not_allowed`, `settings_changed`
 */
export async function changeSettings(
  services: Services,
  actor: Actor,
  { terms, version }: RedactionSettingsChange,
): Promise<RedactionSettings> {
  const { organisationId } = actor;
  await requireAction(services, actor, 'redaction:manage', { type: 'redaction_settings', id: organisationId });
  const wanted = [...new Map(terms.map((term) => [term.toLowerCase(), term])).values()];
  await inTransaction(services.pool, async (sql) => {
    const now = await readRedactionSettings(sql, organisationId);
    if (now.version !== version) throw new Problem('settings_changed', { version: now.version });
    const added = wanted.filter((term) => !now.terms.includes(term)).length;
    const removed = now.terms.filter((term) => !wanted.includes(term)).length;
    if (added + removed === 0) return;
    const next = { terms: wanted, version: version + 1 };
    if (!(await writeRedactionSettings(sql, organisationId, next, actor.id)))
      throw new Problem('settings_changed', { version: next.version });
    await insertAuditEntries(sql, actor, [
      {
        action: 'redaction_settings.changed',
        subjectType: 'redaction_settings',
        subjectId: organisationId,
        details: { version: next.version, added, removed, terms: wanted.length },
      },
    ]);
  });
  return present(services.pool, actor);
}

async function present(sql: Sql, { organisationId }: Actor): Promise<RedactionSettings> {
  const { changedAt, ...settings } = await readRedactionSettings(sql, organisationId);
  return { ...settings, changedAt: changedAt?.toISOString() ?? null };
}
