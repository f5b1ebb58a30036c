import { type Connection, inTransaction } from '#db/client.ts';
import { lockNextChunk } from '#db/queries/chunks.ts';
import { findAuthor } from '#db/queries/find-author.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { moveJob } from '#db/queries/move-job.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import { probeDelayMs } from '#domain/backoff.ts';
import { signingKey } from '#server/audit/sealing/signing-key.ts';
import type { Engine } from './engine.ts';

/** Looks after the jobs that paused themselves: one whose next chunk would work now goes on. Answers whether any does. */
export async function probePaused(engine: Engine): Promise<boolean> {
  const { rows } = await engine.pool.query<{ id: string }>(
    `SELECT id FROM jobs WHERE status = 'paused' AND probe_at < clock_timestamp() ORDER BY probe_at LIMIT 10`,
  );
  let resumed = false;
  for (const { id } of rows) {
    if (!(await probe(engine, id))) continue;
    resumed = true;
    await publishProgress(engine.pool, id, true);
  }
  return resumed;
}

/** One job at a time, and each by one processor: whoever takes the lock moves the next probe first. */
async function probe(engine: Engine, id: string): Promise<boolean> {
  const job = await inTransaction(engine.pool, async (sql) => {
    const { rows } = await sql.query<{ trips: number }>(
      `SELECT trips FROM jobs WHERE id = $1 AND status = 'paused' AND probe_at < clock_timestamp() FOR UPDATE SKIP LOCKED`,
      [id],
    );
    if (!rows[0]) return null;
    await sql.query(
      `UPDATE jobs SET trips = trips + 1, probe_at = clock_timestamp() + make_interval(secs => $2) WHERE id = $1`,
      [id, probeDelayMs(rows[0].trips + 1) / 1000],
    );
    return findJob(sql, id);
  });
  if (!job || !(await wouldWork(engine, job))) return false;
  return inTransaction(engine.pool, async (sql) => {
    const { rows } = await sql.query('SELECT FROM jobs WHERE id = $1 AND probe_at IS NOT NULL FOR UPDATE', [id]);
    return rows.length > 0 && (await moveJob(sql, id, { event: 'resume', actor: null })) !== null;
  });
}

/** Tries the next chunk for real and takes it back: nothing less says that it would work. */
async function wouldWork(engine: Engine, job: JobRow): Promise<boolean> {
  const { pool, storage, config } = engine;
  const author = await findAuthor(pool, job);
  const work = {
    job,
    author,
    pool,
    storage,
    limits: config.limits,
    secret: config.authSecret,
    signingKey: () => signingKey(engine),
    signal: engine.stopping,
  };
  const attempt = async (sql: Connection) => {
    const chunk = await lockNextChunk(sql, job.id);
    if (chunk) await engine.operations[job.operation].apply(sql, work, chunk);
    throw new Worked();
  };
  return inTransaction(pool, attempt).then(
    () => true,
    (error) => error instanceof Worked,
  );
}

/** Thrown to take back a probe that went well. */
class Worked extends Error {}
