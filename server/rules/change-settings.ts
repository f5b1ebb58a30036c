import type { RuleSettingsAnswer, RuleSettingsChange } from '#contract/rule-settings.ts';
import { inTransaction } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertRuleSettings } from '#db/queries/insert-rule-settings.ts';
import { readRuleSettings, readRuleSettingsRow } from '#db/queries/read-rule-settings.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { profileModeOf } from '#domain/validation/rule.ts';
import { RULES } from '#domain/validation/rule-set.ts';
import type { RuleModes, RuleSettings } from '#domain/validation/settings.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { presentSettings } from './read-settings.ts';

/**
 * Gives this person's organisation other rules from now on. What is stored keeps its verdict until it is checked anew. Settings
 * that say the same change nothing. @throws Problem `not_allowed`, `settings_changed`
 */
export async function changeSettings(
  services: Services,
  actor: Actor,
  { version, ...wanted }: RuleSettingsChange,
): Promise<RuleSettingsAnswer> {
  const { organisationId } = actor;
  await requireAction(services, actor, 'rules:manage', { type: 'rule_settings', id: organisationId });
  await inTransaction(services.pool, async (sql) => {
    const now = await readRuleSettings(sql, organisationId);
    if (now.version !== version) throw new Problem('settings_changed', { version: now.version });
    const next: RuleSettings = {
      ...wanted,
      modes: ownModes(wanted),
      abbreviations: [...new Set(wanted.abbreviations)],
      version: version + 1,
    };
    const changed = changedParts(now, next);
    if (changed.length === 0) return;
    if (!(await insertRuleSettings(sql, organisationId, next, actor.id)))
      throw new Problem('settings_changed', { version: next.version });
    await insertAuditEntries(sql, actor, [
      {
        action: 'rule_settings.changed',
        subjectType: 'rule_settings',
        subjectId: organisationId,
        details: { version: next.version, ...Object.fromEntries(changed.map((part) => [part, next[part]])) },
      },
    ]);
  });
  return presentSettings(await readRuleSettingsRow(services.pool, organisationId));
}

/** Without switches that stand as the profile has them anyway. */
function ownModes({ profile, modes }: Pick<RuleSettings, 'profile' | 'modes'>): RuleModes {
  const own = RULES.flatMap((rule) => {
    const mode = modes[rule.id];
    return mode === undefined || mode === profileModeOf(rule, profile) ? [] : [[rule.id, mode] as const];
  });
  return Object.fromEntries(own);
}

const PARTS = ['profile', 'modes', 'spellings', 'foreignWords', 'abbreviations'] as const;

function changedParts(now: RuleSettings, next: RuleSettings): (typeof PARTS)[number][] {
  const text = (value: unknown) => JSON.stringify(value, (_, part) => sorted(part));
  return PARTS.filter((part) => text(now[part]) !== text(next[part]));
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
