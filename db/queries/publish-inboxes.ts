import type { Sql } from '#db/client.ts';
import { PROGRESS_CHANNEL } from './publish-progress.ts';

/** So many ids fit into one message of Postgres. */
const AT_ONCE = 150;

/** Tells every web process that the inboxes of these people have changed; after the commit. */
export async function publishInboxes(sql: Sql, userIds: readonly string[]): Promise<void> {
  for (let from = 0; from < userIds.length; from += AT_ONCE) {
    const message = JSON.stringify({ inboxes: userIds.slice(from, from + AT_ONCE) });
    await sql.query('SELECT pg_notify($1, $2)', [PROGRESS_CHANNEL, message]);
  }
}
