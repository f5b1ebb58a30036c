import type { Sql } from '#db/client.ts';
import type { EntryText } from '#domain/audit-entry-text.ts';
import type { Sight } from '#domain/clearance.ts';
import { AUDIT_ENTRY_TEXT } from './audit-entry-text.ts';
import { type AuditFilter, auditConditions } from './list-audit-entries.ts';

type Range = { filter: AuditFilter; sight: Sight; afterId: number; upTo: number; limit: number };

/** Entries behind `afterId` and up to `upTo` that a filter matches, oldest first, as they are hashed. */
export async function listEntriesAsSealed(
  sql: Sql,
  { filter, sight, afterId, upTo, limit }: Range,
): Promise<EntryText[]> {
  const params: unknown[] = [];
  const where = auditConditions(filter, sight, params);
  const first = params.push(afterId);
  const last = params.push(upTo);
  const { rows } = await sql.query<EntryText>(
    `SELECT ${AUDIT_ENTRY_TEXT} FROM audit_entries a
     WHERE ${where} AND a.id > $${first} AND a.id <= $${last} ORDER BY a.id LIMIT ${limit}`,
    params,
  );
  return rows;
}
