import type { Sql } from '#db/client.ts';

export type RedactionSettingsRow = {
  terms: string[];
  /** 0: nobody ever said anything. */
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
};

/** An organisation's own terms, with who listed them and when. */
export async function readRedactionSettings(sql: Sql, organisationId: string): Promise<RedactionSettingsRow> {
  const { rows } = await sql.query<RedactionSettingsRow>(
    `SELECT s.terms, s.version, s.changed_at AS "changedAt", u.name AS "changedBy"
     FROM redaction_settings s JOIN users u ON u.id = s.changed_by WHERE s.organisation_id = $1`,
    [organisationId],
  );
  return rows[0] ?? { terms: [], version: 0, changedAt: null, changedBy: null };
}

/** Puts others in their place; false when `version` is not the one after what is in force. */
export async function writeRedactionSettings(
  sql: Sql,
  organisationId: string,
  { terms, version }: Pick<RedactionSettingsRow, 'terms' | 'version'>,
  userId: string,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO redaction_settings AS s (organisation_id, terms, version, changed_by)
     SELECT $1, $2, $3, $4 WHERE $3 = 1 OR EXISTS (SELECT FROM redaction_settings WHERE organisation_id = $1)
     ON CONFLICT (organisation_id) DO UPDATE SET terms = excluded.terms, version = excluded.version,
       changed_by = excluded.changed_by, changed_at = now() WHERE s.version = excluded.version - 1`,
    [organisationId, terms, version, userId],
  );
  return rowCount === 1;
}
