import type { Sql } from '#db/client.ts';

/** The same search by the same person within so many minutes is told of once. */
const MINUTES = 10;
/** A person's own latest entries that are looked through. */
const LATEST = 200;

/** Whether the trail tells already that this person looks for this. */
export async function hasLatelySearched(
  sql: Sql,
  actorId: string,
  details: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `SELECT FROM (SELECT action, details, at FROM audit_entries WHERE actor_id = $1 ORDER BY id DESC LIMIT ${LATEST}) own
     WHERE action = 'audit.searched' AND details = $2::jsonb AND at > clock_timestamp() - interval '${MINUTES} minutes'`,
    [actorId, JSON.stringify(details)],
  );
  return rowCount !== 0;
}
