import { applyDefinitions } from '#db/queries/apply-definitions.ts';
import { forgetHigher, listRaised } from '#db/queries/forget-higher.ts';
import { findJob } from '#db/queries/job-row.ts';
import { undoDefinitions } from '#db/queries/undo-definitions.ts';
import { linkRelations } from '#db/queries/write-relations.ts';
import { errorZip } from '#server/error-file/error-zip.ts';
import { chunkOf } from '#server/operations/chunk-of.ts';
import type { Operation } from '#server/operations/operation.ts';
import { storeArtifact } from '#server/operations/store-artifact.ts';
import { checkImport } from './check-import.ts';

/** Brings definitions in from an upload: everything is checked and decided first, then written as decided. */
export const importOperation: Operation = {
  writesVersions: true,
  check: checkImport,

  apply: (sql, work, range) => applyDefinitions(sql, chunkOf(work, range)),

  undo: (sql, work, range) => undoDefinitions(sql, chunkOf(work, range)),

  async finish(work) {
    const { job, pool } = work;
    await linkRelations(pool, job);
    await forgetHigher(pool, job.organisationId, await listRaised(pool, job.id));
    const { failed = 0 } = (await findJob(pool, job.id)) ?? {};
    if (failed === 0) return;
    const fileName = `lexport-mislukt-${job.id}.zip`;
    await storeArtifact(work, {
      kind: 'error_file',
      fileName,
      mediaType: 'application/zip',
      contents: errorZip(pool, job.id),
    });
  },

  /** What went back to its earlier version has the links of that version again. */
  discard: ({ job, pool }) => linkRelations(pool, job),
};
