import type { ItemDetail } from '#contract/jobs.ts';
import { findItemRow } from '#db/queries/list-items.ts';
import { readContents } from '#db/queries/read-contents.ts';
import { contentFromRow } from '#db/row-image.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import { presentItem } from './list-items.ts';
import { visibleJob } from './visible-job.ts';

/** One item with both sides of its plan: what would be written, and what is there now. */
export async function readItem(services: Services, actor: Actor, jobId: string, position: number): Promise<ItemDetail> {
  const job = await visibleJob(services, actor, jobId);
  const row = await findItemRow(services.pool, jobId, position);
  if (!row) throw new Problem('not_found');
  const matched = row.decision !== 'new' && row.definitionId;
  const contents = matched ? await readContents(services.pool, job.organisationId, [matched]) : null;
  return {
    ...presentItem(row),
    incoming: row.image ? contentFromRow(row.image) : null,
    current: (matched && contents?.get(matched)) || null,
  };
}
