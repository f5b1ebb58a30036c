import type { Sql } from '#db/client.ts';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from '#domain/validation/settings.ts';

/** How an organisation wants its definitions checked now; the default where it never said. */
export async function readRuleSettings(sql: Sql, organisationId: string): Promise<RuleSettings> {
  return (await readRuleSettingsRow(sql, organisationId)).settings;
}

export type RuleSettingsRow = { settings: RuleSettings; changedAt: Date | null; changedBy: string | null };

/** The same with who said so, and when. */
export async function readRuleSettingsRow(sql: Sql, organisationId: string): Promise<RuleSettingsRow> {
  const { rows } = await sql.query<RuleSettings & { changedAt: Date; changedBy: string | null }>(
    `SELECT s.profile, s.modes, s.spellings, s.foreign_words AS "foreignWords", s.abbreviations, s.version,
       s.created_at AS "changedAt", u.name AS "changedBy"
     FROM rule_settings s LEFT JOIN users u ON u.id = s.created_by
     WHERE s.organisation_id = $1 ORDER BY s.version DESC LIMIT 1`,
    [organisationId],
  );
  if (!rows[0]) return { settings: DEFAULT_RULE_SETTINGS, changedAt: null, changedBy: null };
  const { changedAt, changedBy, ...settings } = rows[0];
  return { settings, changedAt, changedBy };
}
