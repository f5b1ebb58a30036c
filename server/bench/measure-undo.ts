import { undoJob } from '#server/batches/undo-job.ts';
import type { Ground } from '#server/chaos/ground.ts';
import { compare, type Pair } from './statistics.ts';

const ITEMS = 10_000;
const ROUNDS = 3;

/** From the request to the end of the undo, against what writing took; milliseconds. */
export type UndoResult = { items: number } & ReturnType<typeof compare>;

/** Imports, then takes all of it back. */
export async function measureUndo(ground: Ground): Promise<UndoResult> {
  const pairs: Pair[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { jobId, actor } = await ground.startImport(ITEMS);
    await ground.untilEnded();
    const baseline = await applyingMs(ground, jobId);
    await undoJob(ground.services, actor, jobId, {});
    await ground.untilEnded();
    // What is taken back counts in the same phase.
    pairs.push({ product: (await applyingMs(ground, jobId)) - baseline, baseline });
  }
  return { items: ITEMS, ...compare(pairs) };
}

async function applyingMs({ services }: Ground, jobId: string): Promise<number> {
  const { rows } = await services.pool.query<{ ms: number }>(
    `SELECT (phase_ms ->> 'applying')::float8 AS ms FROM jobs WHERE id = $1`,
    [jobId],
  );
  return rows[0]?.ms ?? Number.NaN;
}
