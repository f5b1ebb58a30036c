import type { Sql } from '#db/client.ts';
import { type ApprovalRules, DEFAULT_APPROVAL_RULES } from '#domain/approval-rules.ts';

export type ApprovalSettingsRow = {
  rules: ApprovalRules;
  /** 0: nobody ever said anything, and the defaults hold. */
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
};

/** What an organisation has wait for somebody else, with who said so and when. */
export async function readApprovalSettings(sql: Sql, organisationId: string): Promise<ApprovalSettingsRow> {
  const { rows } = await sql.query<ApprovalSettingsRow>(
    `SELECT s.rules, s.version, s.changed_at AS "changedAt", u.name AS "changedBy"
     FROM approval_settings s JOIN users u ON u.id = s.changed_by WHERE s.organisation_id = $1`,
    [organisationId],
  );
  const [row] = rows;
  if (!row) return { rules: DEFAULT_APPROVAL_RULES, version: 0, changedAt: null, changedBy: null };
  return { ...row, rules: { ...DEFAULT_APPROVAL_RULES, ...row.rules } };
}

/** Puts others in their place; false when `version` is not the one after what is in force. */
export async function writeApprovalSettings(
  sql: Sql,
  organisationId: string,
  { rules, version }: Pick<ApprovalSettingsRow, 'rules' | 'version'>,
  userId: string,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO approval_settings AS s (organisation_id, rules, version, changed_by)
     SELECT $1, $2, $3, $4 WHERE $3 = 1 OR EXISTS (SELECT FROM approval_settings WHERE organisation_id = $1)
     ON CONFLICT (organisation_id) DO UPDATE SET rules = excluded.rules, version = excluded.version,
       changed_by = excluded.changed_by, changed_at = now() WHERE s.version = excluded.version - 1`,
    [organisationId, JSON.stringify(rules), version, userId],
  );
  return rowCount === 1;
}
