import type { Sql } from '#db/client.ts';

/** The newest entry anybody can see. */
export async function newestAuditEntry(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM audit_entries');
  return rows[0]?.id ?? 0;
}

/**
 * Transactions that write audit entries, or may still. Whoever inserts takes this lock before the first number is drawn and
 * keeps it until what was written is there for everybody, or gone.
 */
export async function auditWriters(sql: Sql): Promise<string[]> {
  const { rows } = await sql.query<{ writer: string }>(
    `SELECT DISTINCT virtualtransaction AS writer FROM pg_locks
     WHERE locktype = 'relation' AND relation = 'audit_entries'::regclass AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')`,
  );
  return rows.map(({ writer }) => writer);
}
