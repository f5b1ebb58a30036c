import type { Sql } from '#db/client.ts';
import { readProgressRow } from './read-progress.ts';

/** The channel web processes listen on. */
export const PROGRESS_CHANNEL = 'lexport_progress';

/**
 * Tells every web process where a job stands. Call it after the commit and never inside a chunk's transaction: NOTIFY
 * serialises commits. `changed`: the state moved, not only the counters.
 */
export async function publishProgress(pool: Sql, jobId: string, changed: boolean): Promise<void> {
  const owned = await readProgressRow(pool, jobId);
  if (!owned) return;
  const { progress, createdBy, organisationId } = owned;
  const message = JSON.stringify({
    progress,
    createdBy,
    organisationId,
    changed,
  });
  await pool.query('SELECT pg_notify($1, $2)', [PROGRESS_CHANNEL, message]);
}
