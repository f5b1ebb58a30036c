import { decideSelected, type SelectedPlan } from '#db/queries/decide-selected.ts';
import type { Checked, CheckWork } from './operation.ts';

/** How many definitions are decided over at once. */
const RUN = 5_000;

/** Decides over every selected definition where nothing has to be staged: what is done with each of them is the same. */
export async function checkSelected(work: CheckWork, plan: SelectedPlan): Promise<Checked> {
  const { job } = work;
  const counts: Record<string, number> = {};
  let failing = 0;
  await work.advance('checking', 0, job.total);
  for (let first = 0; first < job.total; first += RUN) {
    const range = { first, last: Math.min(first + RUN, job.total) - 1 };
    for (const { decision, problemCode, count } of await work.write((sql) => decideSelected(sql, job, range, plan))) {
      counts[decision] = (counts[decision] ?? 0) + count;
      if (problemCode !== null) failing += count;
    }
    await work.advance('checking', range.last + 1, job.total);
  }
  return { total: job.total, levels: new Int32Array(job.total), plan: counts, failing, findings: [] };
}
