import type { ItemContent, ItemCorrection } from '#contract/corrections.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { lockJob, readCorrection, writeCorrection } from '#db/queries/corrections.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { countPlan } from '#db/queries/override-items.ts';
import { resolveDangling, restageItems } from '#db/queries/planned-items.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import { readItemsAt, type StagedRow } from '#db/queries/staged-items.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { isFinal } from '#domain/job-status.ts';
import { storedRecord } from '#server/error-file/stored-record.ts';
import { lookAgain } from '#server/operations/import/look-again.ts';
import { recheckItem } from '#server/operations/import/recheck-item.ts';
import type { Services } from '#server/services.ts';
import { readItemContent } from './read-item-content.ts';
import { steerableJob } from './visible-job.ts';

export type ItemEdit = {
  jobId: string;
  position: number;
  /** How often the item had been corrected when the person began; null is "whatever is there". */
  revision: number | null;
  input: ItemCorrection;
};

/**
 * Puts an item of an import right. While the plan waits the item is checked, matched and decided anew at once; of a job that has
 * ended the correction is kept until the item is done again.
 * @throws Problem `not_found`, `not_allowed`, `not_supported`, `wrong_state`, `item_changed`, `item_applied`
 */
export async function correctItem(services: Services, actor: Actor, edit: ItemEdit): Promise<ItemContent> {
  const { operation } = await steerableJob(services, actor, edit.jobId);
  if (operation !== 'import') throw new Problem('not_supported');
  await inTransaction(services.pool, (sql) => change(sql, actor, edit));
  await publishProgress(services.pool, edit.jobId, true);
  return readItemContent(services, actor, edit.jobId, edit.position);
}

async function change(sql: Sql, actor: Actor, { jobId, position, revision, input }: ItemEdit): Promise<void> {
  const job = await lockJob(sql, jobId);
  const state = job && (await readCorrection(sql, jobId, position));
  if (!job || !state) throw new Problem('not_found');
  const waits = job.status === 'awaiting_confirmation';
  if (!waits && !isFinal(job.status)) throw new Problem('wrong_state', { status: job.status });
  if (!waits && state.status !== 'failed' && state.status !== 'cancelled') throw new Problem('item_applied');
  if (revision !== null && revision !== state.revision) throw new Problem('item_changed', { revision: state.revision });
  const [before] = await readItemsAt(sql, jobId, [position]);
  if (!before) throw new Problem('not_found');
  const { fields } = input;
  await writeCorrection(sql, { jobId, position, fields, userId: actor.id });
  const decision = waits ? await decideAnew(sql, job, position) : null;
  await insertAuditEntries(sql, actor, [
    {
      action: 'item.corrected',
      subjectType: 'item',
      subjectId: `${jobId}/${position}`,
      jobId,
      oldHash: before.image?.content_hash ?? null,
      newHash: decision?.hash ?? null,
      details: { position, fields: changedFields(before, fields), ...(decision ? { decision: decision.name } : {}) },
    },
  ]);
}

/** The item as it is now decided over; the counts of the plan follow. */
async function decideAnew(sql: Sql, job: JobRow, position: number) {
  const [corrected] = await readItemsAt(sql, job.id, [position]);
  const staged = await recheckItem({ sql, job }, corrected as StagedRow);
  await restageItems(sql, job.id, staged);
  await countPlan(sql, job.id);
  const [first] = staged;
  if (first?.image && first.term !== null) await resolveDangling(sql, job.id, first.term);
  await lookAgain(
    { sql, job },
    staged.map((item) => item.position),
  );
  return { name: first?.decision ?? null, hash: first?.image?.content_hash ?? null };
}

function changedFields(before: StagedRow, fields: Record<string, unknown>): string[] {
  const was = storedRecord(before).record.fields;
  const names = new Set([...Object.keys(was), ...Object.keys(fields)]);
  return [...names].filter((name) => JSON.stringify(was[name]) !== JSON.stringify(fields[name]));
}
