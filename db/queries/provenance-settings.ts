import type { Sql } from '#db/client.ts';
import { DEFAULT_POLICY, type ProvenancePolicy } from '#domain/provenance.ts';

export type ProvenanceSettingsRow = ProvenancePolicy & {
  /** 0: nobody ever chose. */
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
};

/** What an organisation does with archives it has no reason to trust. */
export async function readProvenanceSettings(sql: Sql, organisationId: string): Promise<ProvenanceSettingsRow> {
  const { rows } = await sql.query<ProvenanceSettingsRow>(
    `SELECT s.unsigned, s."foreign", s.changed, s.broken, s.version, s.changed_at AS "changedAt", u.name AS "changedBy"
     FROM provenance_settings s JOIN users u ON u.id = s.changed_by WHERE s.organisation_id = $1`,
    [organisationId],
  );
  return rows[0] ?? { ...DEFAULT_POLICY, version: 0, changedAt: null, changedBy: null };
}
