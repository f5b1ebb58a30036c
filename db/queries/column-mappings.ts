import type { Sql } from '#db/client.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { TableMapping } from '#domain/read-choices.ts';

export type ColumnMappingRow = {
  id: string;
  headers: string[];
  mapping: TableMapping;
  savedAt: Date;
  savedBy: string | null;
};

const COLUMNS = `m.id, m.headers, m.mapping, m.saved_at AS "savedAt", u.name AS "savedBy"`;
const FROM = 'FROM column_mappings m LEFT JOIN users u ON u.id = m.saved_by';

/** What an organisation made of the columns of its tables, the latest first. */
export async function listColumnMappings(sql: Sql, organisationId: string): Promise<ColumnMappingRow[]> {
  const { rows } = await sql.query<ColumnMappingRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE m.organisation_id = $1 ORDER BY m.saved_at DESC, m.id LIMIT 1000`,
    [organisationId],
  );
  return rows;
}

/** What it made of a table with these names of columns; null when it never met one. */
export async function findColumnMapping(
  sql: Sql,
  organisationId: string,
  headersKey: string,
): Promise<ColumnMappingRow | null> {
  const { rows } = await sql.query<ColumnMappingRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE m.organisation_id = $1 AND m.headers_key = $2`,
    [organisationId, headersKey],
  );
  return rows[0] ?? null;
}

export type NewColumnMapping = {
  organisationId: string;
  userId: string;
  headersKey: string;
  headers: readonly string[];
  mapping: TableMapping;
};

/** Remembers it, in the place of what was remembered for these names. */
export async function saveColumnMapping(sql: Sql, saved: NewColumnMapping): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO column_mappings (id, organisation_id, headers_key, headers, mapping, saved_by)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (organisation_id, headers_key)
     DO UPDATE SET headers = excluded.headers, mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = now()
     RETURNING id`,
    [uuidV7(), saved.organisationId, saved.headersKey, saved.headers, JSON.stringify(saved.mapping), saved.userId],
  );
  return (rows[0] as { id: string }).id;
}

/** Forgets one; null when the organisation has no such. */
export async function deleteColumnMapping(sql: Sql, organisationId: string, id: string): Promise<string[] | null> {
  const { rows } = await sql.query<{ headers: string[] }>(
    'DELETE FROM column_mappings WHERE organisation_id = $1 AND id = $2 RETURNING headers',
    [organisationId, id],
  );
  return rows[0]?.headers ?? null;
}
