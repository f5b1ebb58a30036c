import type { Sql } from '#db/client.ts';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from '#domain/validation/settings.ts';

/** How an organisation wants its definitions checked now; the default where it never said. */
export async function readRuleSettings(sql: Sql, organisationId: string): Promise<RuleSettings> {
  const { rows } = await sql.query<RuleSettings>(
    `SELECT profile, modes, spellings, foreign_words AS "foreignWords", abbreviations, version
     FROM rule_settings WHERE organisation_id = $1 ORDER BY version DESC LIMIT 1`,
    [organisationId],
  );
  return rows[0] ?? DEFAULT_RULE_SETTINGS;
}
