import type { Connection } from '#db/client.ts';
import { hasArtifact, removeArtifacts } from '#db/queries/artifacts.ts';
import { NO_TALLY } from '#db/queries/commit-chunk.ts';
import { failItems } from '#db/queries/end-items.ts';
import { type ExportRow, eachExportItem, endExportItems, undoExportItems } from '#db/queries/export-items.ts';
import { addFindings } from '#db/queries/stage-items.ts';
import type { Operation, Work } from '#server/operations/operation.ts';
import type { RedactionOptions } from '#server/operations/redact/redactor.ts';
import { ChunkDraft } from './chunk-draft.ts';
import { numberExports } from './number-exports.ts';
import { redactRows } from './redact-rows.ts';
import { storeResult } from './store-result.ts';

/** Renders a frozen selection into files; every chunk is a piece that survives a crash, and every file is read again before it counts. */
export const exportOperation: Operation = {
  // Each writes a file and waits until it is on disk.
  leastPerChunk: 400,

  prepare: numberExports,

  async apply(sql, work, { number, first, last }) {
    const draft = new ChunkDraft(work);
    const redactions = await readInto(draft, sql, work, { first, last });
    const { rendered, gone, refused, remarks, lastTerm } = draft;
    const output = await draft.store(number);
    await endExportItems(sql, work.job.id, { first, last }, { rendered, gone });
    if (refused.length > 0) await failItems(sql, work.job.id, refused);
    await addFindings(sql, work.job.id, remarks);
    return {
      tally: { ...NO_TALLY, succeeded: rendered.length, failed: gone.length + refused.length },
      items: rendered.length + gone.length + refused.length,
      lastTerm,
      output: output && redactions ? { ...output, redactions } : output,
    };
  },

  async undo(sql, { job }, { first, last }) {
    return { rolledBack: await undoExportItems(sql, job.id, first, last), rollbackConflict: 0 };
  },

  async finish(work) {
    const { job, pool, storage } = work;
    // Finished before, by a processor that was lost, or by this one before somebody stopped the job: its pieces may be gone.
    const isDone = (await hasArtifact(pool, job.id, 'archive')) || (await hasArtifact(pool, job.id, 'export_file'));
    if (!isDone) await storeResult(work);
    await storage.removeAll(`jobs/${job.id}/`);
  },

  async discard({ job, pool, storage }) {
    for (const key of await removeArtifacts(pool, job.id)) await storage.remove(key);
    await storage.removeAll(`jobs/${job.id}/`);
  },
};

/** Adds the definitions of a chunk to its draft; answers what was redacted in them, where that was asked for. */
async function readInto(draft: ChunkDraft, sql: Connection, work: Work, range: { first: number; last: number }) {
  const redaction = work.job.options.redaction as RedactionOptions | undefined;
  if (redaction === undefined) {
    await eachExportItem(sql, work.job.id, range, (row) => draft.add(row));
    return undefined;
  }
  const all: ExportRow[] = [];
  await eachExportItem(sql, work.job.id, range, (row) => all.push(row));
  const { rows, redactions } = await redactRows(work, redaction, all);
  for (const row of rows) draft.add(row);
  return redactions;
}
