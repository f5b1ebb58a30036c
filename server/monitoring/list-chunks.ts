import type { z } from 'zod';
import { type Chunks, type chunksQuerySchema, MAX_SINGLE_CHUNKS } from '#contract/monitoring.ts';
import { countDoneChunks, listChunkSpans } from '#db/queries/list-chunk-spans.ts';
import type { Actor } from '#domain/access.ts';
import { visibleJob } from '#server/batches/visible-job.ts';
import type { Services } from '#server/services.ts';

/** How many spans there are when there is one for several chunks. */
const SPANS = 500;
const LAST_NUMBER = 2_147_483_647;

/**
 * When the chunks of a job were worked on, for whoever may read the job. More than 2 000 are put together; ask for a group's
 * `from` and `until` to see into it. @throws Problem `not_found`, `not_allowed`
 */
export async function listChunks(
  services: Services,
  actor: Actor,
  jobId: string,
  { from = 0, until = LAST_NUMBER }: z.output<typeof chunksQuerySchema>,
): Promise<Chunks> {
  const { id } = await visibleJob(services, actor, jobId);
  const { total, done, inRange } = await countDoneChunks(services.pool, id, { from, until });
  const groupSize = inRange <= MAX_SINGLE_CHUNKS ? 1 : Math.ceil(inRange / SPANS);
  const rows = await listChunkSpans(services.pool, id, { from, until }, groupSize);
  const spans = rows.map(({ startedAt, finishedAt, durationMs, longestMs, ...row }) => ({
    ...row,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    durationMs: tenths(durationMs),
    longestMs: tenths(longestMs),
  }));
  return { total, done, groupSize, spans };
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
