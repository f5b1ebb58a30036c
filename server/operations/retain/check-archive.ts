import { contentHash } from '#db/content-hash.ts';
import { readSelectedImages, type SelectedImage } from '#db/queries/read-selected-images.ts';
import { type StagedItem, stageItems } from '#db/queries/stage-items.ts';
import { removeStagedItems } from '#db/queries/staged-items.ts';
import { contentFromRow, type RowImage } from '#db/row-image.ts';
import type { Checked, CheckWork } from '#server/operations/operation.ts';
import { PlanTally } from '#server/operations/plan-tally.ts';

/** How many definitions are read, decided and staged at once. */
const RUN = 500;

/** Stages every selected definition as it is, but archived. */
export async function checkArchive(work: CheckWork): Promise<Checked> {
  const { job, pool } = work;
  const tally = new PlanTally();
  let total = 0;
  await work.advance('checking', 0, job.total);
  for (let after = -1; ; ) {
    const items = await readSelectedImages(pool, job, after, RUN);
    const last = items.at(-1);
    if (!last) break;
    after = last.position;
    const staged = items.map(stage);
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

function stage({ image, held, version, ...item }: SelectedImage): StagedItem {
  const none = { sourceFile: null, sourceLine: null, findings: [], problemCode: null, image: null, raw: null };
  const staged = { ...item, baseVersion: version, ...none };
  if (!image) return { ...staged, decision: 'invalid', reason: 'definition_gone', problemCode: 'definition_gone' };
  if (image.status === 'archived') return { ...staged, decision: 'unchanged', reason: 'archived' };
  if (held) return { ...staged, decision: 'skip', reason: 'legal_hold' };
  const archived = { ...image, status: 'archived' };
  const written = { ...archived, content_hash: contentHash(contentFromRow(archived)) } as RowImage;
  return { ...staged, decision: 'update', reason: 'to_archive', image: written };
}
