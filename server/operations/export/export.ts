import { hasArtifact, removeArtifacts } from '#db/queries/artifacts.ts';
import { NO_TALLY } from '#db/queries/commit-chunk.ts';
import { type ExportRow, endExportItems, readExportItems, undoExportItems } from '#db/queries/export-items.ts';
import type { Operation } from '#server/operations/operation.ts';
import { storeArtifact } from '#server/operations/store-artifact.ts';
import { exportArchive } from './export-archive.ts';
import { renderSegment } from './segment.ts';

/** Renders a frozen selection into one archive with a manifest and a report; every chunk is a piece that survives a crash. */
export const exportOperation: Operation = {
  async apply(sql, work, { number, first, last }) {
    const rows = await readExportItems(sql, work.job.id, first, last);
    const there = rows.filter(isThere);
    const gone = rows.filter((row) => !isThere(row));
    const output = there.length > 0 ? await renderSegment(work, number, there) : undefined;
    await endExportItems(
      sql,
      work.job.id,
      there.map((row) => row.position),
      gone.map((row) => row.position),
    );
    const lastTerm = there.at(-1)?.snapshot.term;
    return {
      tally: { ...NO_TALLY, succeeded: there.length, failed: gone.length },
      items: rows.length,
      lastTerm: typeof lastTerm === 'string' ? lastTerm : null,
      output,
    };
  },

  async undo(sql, { job }, { first, last }) {
    return { rolledBack: await undoExportItems(sql, job.id, first, last), rollbackConflict: 0 };
  },

  async finish(work) {
    const fileName = `lexport-${new Date().toISOString().slice(0, 10)}-${work.job.id}.zip`;
    // Finished before, by a processor that was lost, or by this one before somebody stopped the job: its pieces may be gone.
    if (!(await hasArtifact(work.pool, work.job.id, 'archive')))
      await storeArtifact(work, {
        kind: 'archive',
        fileName,
        mediaType: 'application/zip',
        contents: exportArchive(work),
      });
    await work.storage.removeAll(`jobs/${work.job.id}/`);
  },

  async discard({ job, pool, storage }) {
    for (const key of await removeArtifacts(pool, job.id)) await storage.remove(key);
    await storage.removeAll(`jobs/${job.id}/`);
  },
};

function isThere(row: ExportRow): row is ExportRow & { snapshot: Record<string, unknown>; contentHash: string } {
  return row.snapshot !== null && row.contentHash !== null;
}
