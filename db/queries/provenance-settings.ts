import type { Sql } from '#db/client.ts';
import { DEFAULT_POLICY, type ProvenancePolicy } from '#domain/provenance.ts';

export type ProvenanceSettingsRow = ProvenancePolicy & {
  /** 0: nobody ever chose. */
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
};

/** Puts another choice in its place; false when `version` is not the one after what is in force. */
export async function writeProvenanceSettings(
  sql: Sql,
  organisationId: string,
  { unsigned, foreign, changed, broken, version }: ProvenancePolicy & { version: number },
  userId: string,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO provenance_settings AS s (organisation_id, unsigned, "foreign", changed, broken, version, changed_by)
     SELECT $1, $2, $3, $4, $5, $6, $7
     WHERE $6 = 1 OR EXISTS (SELECT FROM provenance_settings WHERE organisation_id = $1)
     ON CONFLICT (organisation_id) DO UPDATE SET unsigned = excluded.unsigned, "foreign" = excluded."foreign",
       changed = excluded.changed, broken = excluded.broken, version = excluded.version, changed_by = excluded.changed_by,
       changed_at = now() WHERE s.version = excluded.version - 1`,
    [organisationId, unsigned, foreign, changed, broken, version, userId],
  );
  return rowCount === 1;
}

/** What an organisation does with archives it has no reason to trust. */
export async function readProvenanceSettings(sql: Sql, organisationId: string): Promise<ProvenanceSettingsRow> {
  const { rows } = await sql.query<ProvenanceSettingsRow>(
    `SELECT s.unsigned, s."foreign", s.changed, s.broken, s.version, s.changed_at AS "changedAt", u.name AS "changedBy"
     FROM provenance_settings s JOIN users u ON u.id = s.changed_by WHERE s.organisation_id = $1`,
    [organisationId],
  );
  return rows[0] ?? { ...DEFAULT_POLICY, version: 0, changedAt: null, changedBy: null };
}
