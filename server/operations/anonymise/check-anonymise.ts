import { contentHash } from '#db/content-hash.ts';
import { listNamed } from '#db/queries/people-of-definitions.ts';
import { readSelectedImages, type SelectedImage } from '#db/queries/read-selected-images.ts';
import { type StagedItem, stageItems } from '#db/queries/stage-items.ts';
import { removeStagedItems } from '#db/queries/staged-items.ts';
import type { Checked, CheckWork } from '#server/operations/operation.ts';
import { PlanTally } from '#server/operations/plan-tally.ts';
import { withoutPeopleIn } from './without-people-in.ts';

/** How many definitions are read with all their versions at once. */
const RUN = 200;

/** Looks which of the selected definitions name people anywhere, and stages what of their content goes. */
export async function checkAnonymise(work: CheckWork): Promise<Checked> {
  const { job, pool } = work;
  const tally = new PlanTally();
  let total = 0;
  await work.advance('checking', 0, job.total);
  for (let after = -1; ; ) {
    const items = await readSelectedImages(pool, job, after, RUN);
    const last = items.at(-1);
    if (!last) break;
    after = last.position;
    const named = await listNamed(
      pool,
      items.map(({ definitionId }) => definitionId),
    );
    const staged = items.map((item) => stage(item, named.get(item.definitionId)));
    const positions = items.map(({ position }) => position);
    await work.write(async (sql) => {
      await removeStagedItems(sql, job.id, positions);
      await stageItems(sql, job.id, staged);
    });
    for (const item of staged) tally.add(item);
    total += items.length;
    await work.advance('checking', total, job.total);
  }
  return { total, levels: new Int32Array(total), plan: tally.plan, failing: tally.failing, findings: [] };
}

type Named = { byName: boolean; snapshots: Record<string, unknown>[] } | undefined;

function stage({ image, held, version, ...item }: SelectedImage, named: Named): StagedItem {
  const none = { sourceFile: null, sourceLine: null, findings: [], problemCode: null, image: null, raw: null };
  const staged = { ...item, baseVersion: version, ...none };
  if (!image) return { ...staged, decision: 'invalid', reason: 'definition_gone', problemCode: 'definition_gone' };
  const isNamed = named?.byName || named?.snapshots.some((one) => withoutPeopleIn(one, contentHash) !== one);
  if (!isNamed) return { ...staged, decision: 'unchanged', reason: 'nothing_to_anonymise' };
  if (held) return { ...staged, decision: 'skip', reason: 'legal_hold' };
  return { ...staged, decision: 'update', reason: 'to_anonymise', image: withoutPeopleIn(image, contentHash) };
}
