import type { ItemDetail } from '#contract/jobs.ts';
import { findItemRow } from '#db/queries/list-items.ts';
import { readContents } from '#db/queries/read-contents.ts';
import { contentFromRow } from '#db/row-image.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { givenFields } from '#domain/given-fields.ts';
import type { Services } from '#server/services.ts';
import { presentItem } from './list-items.ts';
import { visibleJob } from './visible-job.ts';

/**
 * One item with both sides of its plan: what would be written, and what was there when that was decided. The same is said
 * afterwards, when what is there now is what was written.
 */
export async function readItem(services: Services, actor: Actor, jobId: string, position: number): Promise<ItemDetail> {
  const job = await visibleJob(services, actor, jobId);
  const row = await findItemRow(services.pool, jobId, position);
  if (!row) throw new Problem('not_found');
  const matched = row.decision !== 'new' && row.definitionId;
  const contents =
    matched && !row.base ? await readContents(services.pool, { ...job, clearance: actor.clearance }, [matched]) : null;
  return {
    ...presentItem(row),
    incoming: row.image ? contentFromRow(row.image) : null,
    current: row.base ? contentFromRow(row.base) : (matched && contents?.get(matched)) || null,
    given: row.given === null ? null : givenFields(row.given),
    baseVersion: row.baseVersion,
    presentVersion: row.presentVersion,
  };
}
