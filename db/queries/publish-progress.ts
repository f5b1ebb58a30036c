import type { Sql } from '#db/client.ts';
import type { Progress } from '#domain/progress.ts';
import { OUTBOX_CHANNEL } from './insert-events.ts';
import { readProgressRow } from './read-progress.ts';

/** The channel web processes listen on. */
export const PROGRESS_CHANNEL = 'lexport_progress';

/**
 * Tells every web process where a job stands. Call it after the commit and never inside a chunk's transaction: NOTIFY
 * serialises commits. `changed`: the state moved, not only the counters. `overlay`: what is done but not yet committed.
 */
export async function publishProgress(
  pool: Sql,
  jobId: string,
  changed: boolean,
  overlay?: (committed: Progress) => Progress,
): Promise<void> {
  const owned = await readProgressRow(pool, jobId);
  if (!owned) return;
  const { createdBy, organisationId, classification } = owned;
  const progress = overlay ? overlay(owned.progress) : owned.progress;
  const message = JSON.stringify({
    progress,
    createdBy,
    organisationId,
    classification,
    changed,
  });
  // A change of state has left an event behind: those who tell of it are woken by the way.
  await pool.query(`SELECT pg_notify($1, $2), CASE WHEN $3 THEN pg_notify($4, 'woken') END`, [
    PROGRESS_CHANNEL,
    message,
    changed,
    OUTBOX_CHANNEL,
  ]);
}
