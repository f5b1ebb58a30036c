import type { Sql } from '#db/client.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { TableMapping } from '#domain/read-choices.ts';

export type ColumnMappingRow = {
  id: string;
  name: string | null;
  headersKey: string;
  headers: string[];
  mapping: TableMapping;
  savedAt: Date;
  savedBy: string | null;
  lastUsedAt: Date | null;
  lastUsedBy: string | null;
};

const COLUMNS = `m.id, m.name, m.headers_key AS "headersKey", m.headers, m.mapping, m.saved_at AS "savedAt", s.name AS "savedBy",
  m.last_used_at AS "lastUsedAt", u.name AS "lastUsedBy"`;
const FROM = `FROM column_mappings m LEFT JOIN users s ON s.id = m.saved_by LEFT JOIN users u ON u.id = m.last_used_by`;

/** What an organisation made of the columns of its tables, the latest used or saved first. */
export async function listColumnMappings(sql: Sql, organisationId: string): Promise<ColumnMappingRow[]> {
  const { rows } = await sql.query<ColumnMappingRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE m.organisation_id = $1
     ORDER BY greatest(m.saved_at, m.last_used_at) DESC, m.id LIMIT 1000`,
    [organisationId],
  );
  return rows;
}

/** Those of an organisation that have one of these ids, or are about one of these sets of names. */
export async function findColumnMappings(
  sql: Sql,
  organisationId: string,
  { ids = [], headersKeys = [] }: { ids?: readonly string[]; headersKeys?: readonly string[] },
): Promise<ColumnMappingRow[]> {
  const { rows } = await sql.query<ColumnMappingRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE m.organisation_id = $1 AND (m.id = ANY ($2::uuid[]) OR m.headers_key = ANY ($3::text[]))`,
    [organisationId, ids, headersKeys],
  );
  return rows;
}

export type NewColumnMapping = {
  organisationId: string;
  userId: string;
  headersKey: string;
  headers: readonly string[];
  mapping: TableMapping;
};

/** Remembers it, in the place of what was remembered for these names; a name that was given stays. */
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

/** Calls one otherwise; answers what it was called, undefined when the organisation has no such. */
export async function renameColumnMapping(
  sql: Sql,
  organisationId: string,
  id: string,
  name: string | null,
): Promise<{ before: string | null } | undefined> {
  const { rows } = await sql.query<{ before: string | null }>(
    `UPDATE column_mappings m SET name = $3
     FROM (SELECT id, name FROM column_mappings WHERE organisation_id = $1 AND id = $2 FOR UPDATE) AS old
     WHERE m.id = old.id RETURNING old.name AS before`,
    [organisationId, id, name],
  );
  return rows[0];
}

/** Notes that an import began with these. */
export async function touchColumnMappings(sql: Sql, ids: readonly string[], userId: string): Promise<void> {
  await sql.query('UPDATE column_mappings SET last_used_at = now(), last_used_by = $2 WHERE id = ANY ($1::uuid[])', [
    ids,
    userId,
  ]);
}

/** Forgets one; null when the organisation has no such. */
export async function deleteColumnMapping(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<{ headers: string[]; name: string | null } | null> {
  const { rows } = await sql.query<{ headers: string[]; name: string | null }>(
    'DELETE FROM column_mappings WHERE organisation_id = $1 AND id = $2 RETURNING headers, name',
    [organisationId, id],
  );
  return rows[0] ?? null;
}
