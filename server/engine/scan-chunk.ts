import type { Connection, Sql } from '#db/client.ts';
import { contentionOf, isTransient } from '#db/is-transient.ts';
import { addTally, NO_TALLY, type Tally } from '#db/queries/commit-chunk.ts';
import { failItems } from '#db/queries/end-items.ts';
import type { WorkRange } from '#server/operations/operation.ts';
import { failureOf } from './failure-of.ts';
import { Congested } from './interruptions.ts';
import type { JobAtWork } from './job-at-work.ts';

export type Scanned = { tally: Tally; items: number; lastTerm: string | null; outputs: unknown[] };

export type ScanLimits = {
  /** After so many failures it stops: the items behind them stay pending. */
  maxFailures: number;
  /** How often these items were tried before, when others stood in their way; then who still does so fails. Null: throw that. */
  triedBefore?: number | null;
};

/** So many items in a row that others stand in the way of, and none that works: it is not the items. */
const CONGESTED_AFTER = 3;

/**
 * Replays a chunk item by item, each in a savepoint, so that only the guilty ones fail; in the caller's transaction.
 * @throws Congested when others stand in the way of every item
 */
export async function scanChunk(
  sql: Connection,
  at: JobAtWork,
  range: WorkRange,
  limits: ScanLimits,
): Promise<Scanned> {
  const scanned: Scanned = { tally: { ...NO_TALLY }, items: 0, lastTerm: null, outputs: [] };
  const { maxFailures, triedBefore = null } = limits;
  let hindered = 0;
  for (let order = range.first; order <= range.last && scanned.tally.failed < maxFailures; order++) {
    const item = { number: range.number, first: order, last: order };
    await sql.query('SAVEPOINT item');
    try {
      const applied = await at.operation.apply(sql, at.work, item);
      await sql.query('RELEASE SAVEPOINT item');
      hindered = -1;
      scanned.tally = addTally(scanned.tally, applied.tally);
      scanned.items += applied.items;
      scanned.lastTerm = applied.lastTerm ?? scanned.lastTerm;
      if (applied.output !== undefined) scanned.outputs.push(applied.output);
    } catch (error) {
      const contention = triedBefore === null ? null : contentionOf(error);
      if (contention === null && isTransient(error)) throw error;
      await sql.query('ROLLBACK TO SAVEPOINT item');
      if (contention !== null && hindered >= 0) {
        hindered++;
        if (hindered >= CONGESTED_AFTER || order === range.last) throw new Congested(contention);
      }
      const failed = await failItem(sql, at, order, {
        error,
        attempts: contention === null ? 1 : (triedBefore ?? 0) + 1,
      });
      scanned.tally = addTally(scanned.tally, { ...NO_TALLY, failed });
      scanned.items += failed;
    }
  }
  return scanned;
}

/** The one item at an order of work failed: recorded by code, with nothing of the statement in it. */
async function failItem(
  sql: Sql,
  at: JobAtWork,
  order: number,
  { error, attempts }: { error: unknown; attempts: number },
): Promise<number> {
  const { rows } = await sql.query<{ position: number }>(
    `SELECT position FROM job_items WHERE job_id = $1 AND work_order = $2 AND status = 'pending'`,
    [at.work.job.id, order],
  );
  const position = rows[0]?.position;
  if (position === undefined) return 0;
  const failure = failureOf(error);
  // That others were in the way is nothing to look into.
  if (contentionOf(error) === null)
    at.engine.log('An item failed', { jobId: at.work.job.id, position, ...failure, error: String(error) });
  return failItems(sql, at.work.job.id, [{ position, ...failure }], attempts);
}
