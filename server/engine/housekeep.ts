import { inTransaction } from '#db/client.ts';
import { expireApprovals } from '#db/queries/approvals.ts';
import { endUndecided } from '#db/queries/end-items.ts';
import { fillTextKeys } from '#db/queries/fill-text-keys.ts';
import { forgetChallenges } from '#db/queries/forget-challenges.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertArtifactEvents, insertJobEvent } from '#db/queries/insert-events.ts';
import { moveJob } from '#db/queries/move-job.ts';
import { forgetSilentProcessors } from '#db/queries/processors.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import { forgetRateLimits } from '#db/queries/rate-limits.ts';
import { forgetEvents } from '#db/queries/tell-events.ts';
import type { Engine } from './engine.ts';
import { sweepStorage } from './sweep-storage.ts';

/** How often, in milliseconds, a processor looks for what has passed its date. */
const EVERY_MS = 60_000;
/** The storage is gone through once in so many rounds: that is a look at every file there is. */
const SWEEP_ROUNDS = 60;
/** So many parts of a collection get their keys in one go. */
const PARTS = 20;

/** Ends what has passed its date: plans nobody confirmed, files nobody needs any more. Any processor may do it, at any time. */
export function startHousekeeping(engine: Engine): () => Promise<void> {
  let working: Promise<void> = Promise.resolve();
  let round = 0;
  const work = () => {
    const isSweep = round++ % SWEEP_ROUNDS === 0;
    working = housekeep(engine)
      .then(() => (isSweep ? sweepStorage(engine) : undefined))
      .catch((error) => engine.log('Housekeeping failed', { error: String(error) }, 'error'));
  };
  const timer = setInterval(work, EVERY_MS);
  work();
  return async () => {
    clearInterval(timer);
    await working;
  };
}

export async function housekeep(engine: Engine): Promise<void> {
  await expirePlans(engine);
  await endApprovals(engine);
  await removeExpiredFiles(engine, 'artifacts');
  await removeExpiredFiles(engine, 'uploads');
  await forgetRateLimits(engine.pool);
  await forgetChallenges(engine.pool);
  // Of a large collection a part each time, so that nothing else has to wait for it.
  for (let part = 0; part < PARTS && (await fillTextKeys(engine.pool)) > 0; part++);
  await forgetSilentProcessors(engine.pool);
  const { eventDays, idempotencyHours, signInLockMinutes } = engine.config.limits;
  await forgetEvents(engine.pool, eventDays);
  await engine.pool.query('DELETE FROM idempotency_keys WHERE created_at < now() - make_interval(hours => $1)', [
    idempotencyHours,
  ]);
  await engine.pool.query('DELETE FROM sign_in_failures WHERE at < now() - make_interval(mins => 2 * $1)', [
    signInLockMinutes,
  ]);
}

async function expirePlans({ pool }: Engine): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM jobs WHERE status = 'awaiting_confirmation' AND confirm_before < now()`,
  );
  for (const { id } of rows) {
    await inTransaction(pool, async (sql) => {
      if (await endUndecided(sql, id)) await moveJob(sql, id, { event: 'expire', actor: null });
    });
    await publishProgress(pool, id, true);
  }
}

/** Requests nobody decided in time, and those whose job went on without them. */
async function endApprovals({ pool }: Engine): Promise<void> {
  await inTransaction(pool, async (sql) => {
    for (const { id, jobId, organisationId, status } of await expireApprovals(sql)) {
      await insertAuditEntries(sql, { id: null, name: null, role: null, organisationId }, [
        { action: `approval.${status}`, subjectType: 'approval', subjectId: id, jobId },
      ]);
      if (status === 'expired') await insertJobEvent(sql, jobId, 'approval.expired');
    }
  });
}

/** The file goes first: a row without a file says "expired", a file without a row would stay for ever. */
async function removeExpiredFiles({ pool, storage }: Engine, table: 'artifacts' | 'uploads'): Promise<void> {
  const { rows } = await pool.query<{ key: string }>(
    `SELECT storage_key AS key FROM ${table} WHERE expires_at < now() AND storage_key <> ''`,
  );
  for (const { key } of rows) {
    await storage.remove(key);
    await inTransaction(pool, async (sql) => {
      const gone = await sql.query<{ id: string }>(
        `UPDATE ${table} SET storage_key = '' WHERE storage_key = $1 RETURNING id`,
        [key],
      );
      if (table === 'artifacts')
        await insertArtifactEvents(
          sql,
          gone.rows.map(({ id }) => id),
          'artifact.expired',
        );
    });
  }
}
