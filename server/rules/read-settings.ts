import type { RuleSettingsAnswer } from '#contract/rule-settings.ts';
import { type RuleSettingsRow, readRuleSettingsRow } from '#db/queries/read-rule-settings.ts';
import type { Actor } from '#domain/access.ts';
import { ruleSetLabel } from '#domain/validation/rule-set-label.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** How this person's organisation wants its definitions checked. */
export async function readSettings(services: Services, actor: Actor): Promise<RuleSettingsAnswer> {
  await requireAction(services, actor, 'definition:read');
  return presentSettings(await readRuleSettingsRow(services.pool, actor.organisationId));
}

export function presentSettings({ settings, changedAt, changedBy }: RuleSettingsRow): RuleSettingsAnswer {
  return {
    profile: settings.profile,
    modes: { ...settings.modes },
    spellings: [...settings.spellings],
    foreignWords: [...settings.foreignWords],
    abbreviations: [...settings.abbreviations],
    version: settings.version,
    ruleSetVersion: ruleSetLabel(settings),
    changedAt: changedAt?.toISOString() ?? null,
    changedBy,
  };
}
