import type { Sql } from '#db/client.ts';

/** Who put settings in force, and which of them these are. */
export type SettingsStamp = {
  /** 0: nobody ever said anything, and the defaults hold. */
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
};

export const NEVER_SET: SettingsStamp = { version: 0, changedAt: null, changedBy: null };

type SettingsTable = 'approval_settings' | 'provenance_settings' | 'redaction_settings';

/** The row of an organisation in a table of settings; null when nobody ever said anything. Columns are called as fields are. */
export async function readSettings<T extends object>(
  sql: Sql,
  table: SettingsTable,
  columns: readonly (keyof T & string)[],
  organisationId: string,
): Promise<(T & SettingsStamp) | null> {
  const { rows } = await sql.query<T & SettingsStamp>(
    `SELECT ${columns.map((column) => `s."${column}"`).join(', ')}, s.version, s.changed_at AS "changedAt", u.name AS "changedBy"
     FROM ${table} s JOIN users u ON u.id = s.changed_by WHERE s.organisation_id = $1`,
    [organisationId],
  );
  return rows[0] ?? null;
}

type Change = { organisationId: string; version: number; userId: string };

/** Puts others in their place; false when `version` is not the one after what is in force. */
export async function writeSettings(
  sql: Sql,
  table: SettingsTable,
  values: Readonly<Record<string, unknown>>,
  { organisationId, version, userId }: Change,
): Promise<boolean> {
  const columns = Object.keys(values).map((column) => `"${column}"`);
  const { rowCount } = await sql.query(
    `INSERT INTO ${table} AS s (organisation_id, version, changed_by, ${columns.join(', ')})
     SELECT $1, $2, $3, ${columns.map((_, index) => `$${index + 4}`).join(', ')}
     WHERE $2 = 1 OR EXISTS (SELECT FROM ${table} WHERE organisation_id = $1)
     ON CONFLICT (organisation_id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')},
       version = excluded.version, changed_by = excluded.changed_by, changed_at = now() WHERE s.version = excluded.version - 1`,
    [organisationId, version, userId, ...Object.values(values)],
  );
  return rowCount === 1;
}
