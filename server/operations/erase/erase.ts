import type { Sql } from '#db/client.ts';
import { NO_TALLY, type Tally } from '#db/queries/commit-chunk.ts';
import {
  type DueToErase,
  type EraseOutcome,
  endEraseItems,
  eraseDefinitions,
  jobsAbout,
  lockToErase,
} from '#db/queries/erase-definitions.ts';
import { expireFiles, isAtWork, listExpiredKeys } from '#db/queries/redacted-traces.ts';
import { keepFinal } from '#db/queries/write-redacted.ts';
import { checkSelected } from '#server/operations/check-selected.ts';
import { chunkOf } from '#server/operations/chunk-of.ts';
import type { Applied, Operation, Work, WorkRange } from '#server/operations/operation.ts';
import { removeExpired } from '#server/operations/remove-expired.ts';

/** Deletes for good what was deleted before, once somebody else has said yes: every version, and what jobs and files keep of it. */
export const eraseOperation: Operation = {
  check: (work) => checkSelected(work, { reason: 'to_erase', deleted: true, held: 'stays' }),
  apply,
  undo: async (sql, { job }, { first, last }) => ({
    rolledBack: 0,
    rollbackConflict: await keepFinal(sql, job.id, first, last, 'erased_for_good'),
  }),
  async finish(work) {
    if (work.job.status === 'finalizing') await removeExpired(work, await listExpiredKeys(work.pool, work.job.id));
  },
  async discard() {},
};

async function apply(sql: Sql, work: Work, range: WorkRange): Promise<Applied> {
  const chunk = chunkOf(work, range);
  const items = await lockToErase(sql, chunk);
  const due = items.filter((item) => item.decision !== 'skip' && problemOf(item) === null);
  const ids = due.map(({ definitionId }) => definitionId);
  const isBusy = ids.length > 0 && (await isAtWork(sql, chunk.jobId, ids));
  if (ids.length > 0 && !isBusy) {
    await eraseDefinitions(sql, ids, chunk);
    await expireFiles(sql, await jobsAbout(sql, chunk.jobId, ids));
  }
  const outcomes = items.map((item): EraseOutcome => {
    if (item.decision === 'skip') return { position: item.position, status: 'skipped', problemCode: null };
    const problemCode = problemOf(item) ?? (isBusy ? 'job_at_work' : null);
    return { position: item.position, status: problemCode ? 'failed' : 'succeeded', problemCode };
  });
  await endEraseItems(sql, chunk.jobId, outcomes);
  const tally: Tally = { ...NO_TALLY };
  for (const { status } of outcomes) tally[status]++;
  return { tally, items: items.length, lastTerm: null };
}

function problemOf({ version, base, held }: DueToErase): string | null {
  if (version === null) return 'definition_gone';
  if (version !== base) return 'stale_version';
  return held ? 'legal_hold' : null;
}
