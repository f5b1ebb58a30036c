import type { Sql } from '#db/client.ts';
import type { RuleSettings } from '#domain/validation/settings.ts';

/** Adds a version of an organisation's rule settings; false when somebody else was first with that version. */
export async function insertRuleSettings(
  sql: Sql,
  organisationId: string,
  { version, profile, modes, spellings, foreignWords, abbreviations }: RuleSettings,
  userId: string,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO rule_settings (organisation_id, version, profile, modes, spellings, foreign_words, abbreviations, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      organisationId,
      version,
      profile,
      JSON.stringify(modes),
      JSON.stringify(spellings),
      JSON.stringify(foreignWords),
      abbreviations,
      userId,
    ],
  );
  return rowCount === 1;
}
