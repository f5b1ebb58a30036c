import type { ItemContent } from '#contract/corrections.ts';
import { readCorrection } from '#db/queries/corrections.ts';
import { readItemsAt } from '#db/queries/staged-items.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { storedRecord } from '#server/error-file/stored-record.ts';
import type { Services } from '#server/services.ts';
import { readItem } from './read-item.ts';
import { visibleJob } from './visible-job.ts';

/** More of a text that was no record is not shown; it is in the error file. */
const MAX_SHOWN = 100_000;

/** What an item of an import holds, field by field, as it came in or was corrected since. @throws Problem `not_supported` */
export async function readItemContent(
  services: Services,
  actor: Actor,
  jobId: string,
  position: number,
): Promise<ItemContent> {
  const job = await visibleJob(services, actor, jobId);
  if (job.operation !== 'import') throw new Problem('not_supported');
  const state = await readCorrection(services.pool, jobId, position);
  const [row] = await readItemsAt(services.pool, jobId, [position]);
  if (!state || !row) throw new Problem('not_found');
  const { record, unreadable } = storedRecord(row);
  const { schemaVersion: _, ...fields } = record.fields;
  return {
    revision: state.revision,
    fields,
    unreadable: unreadable?.slice(0, MAX_SHOWN) ?? null,
    corrected: state.corrected,
    item: await readItem(services, actor, jobId, position),
  };
}
