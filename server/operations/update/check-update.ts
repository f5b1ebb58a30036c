import { readSelected } from '#db/queries/read-selected.ts';
import { stageItems } from '#db/queries/stage-items.ts';
import { removeStagedItems } from '#db/queries/staged-items.ts';
import type { Checked, CheckWork } from '#server/operations/operation.ts';
import { PlanTally } from '#server/operations/plan-tally.ts';
import { planItems, type Taken } from './plan-items.ts';

/** How many definitions are read, decided and staged at once. */
const RUN = 500;

/**
 * Decides over every selected definition as it is now, and stages what would be written, without writing anything to
 * definitions. The items are there from the start, so a check that begins anew decides over the same ones.
 */
export async function checkUpdate(work: CheckWork): Promise<Checked> {
  const { job, pool } = work;
  const tally = new PlanTally();
  const taken: Taken = new Map();
  let total = 0;
  await work.advance('checking', 0, job.total);
  for (let after = -1; ; ) {
    const items = await readSelected(pool, job, after, RUN);
    const last = items.at(-1);
    if (!last) break;
    after = last.position;
    const staged = await planItems(work, items, taken);
    const positions = items.map(({ position }) => position);
    await work.write(async (sql) => {
      await removeStagedItems(sql, job.id, positions);
      await stageItems(sql, job.id, staged);
    });
    for (const item of staged) tally.add(item);
    total += items.length;
    await work.advance('checking', total, job.total);
  }
  return {
    total,
    levels: new Int32Array(total),
    plan: tally.plan,
    failing: tally.failing,
    classification: tally.classification,
    findings: [],
  };
}
