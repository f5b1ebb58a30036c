import type { ManifestFile } from '#contract/manifest.ts';
import { readChunkOutputs } from '#db/queries/export-items.ts';
import { findAuthor } from '#db/queries/find-author.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { readReportOf } from '#db/queries/read-report.ts';
import { RULE_SET_VERSION } from '#domain/validation/rule-set.ts';
import { APPLICATION } from '#server/application.ts';
import { buildManifest, encodeManifest, MANIFEST_NAME } from '#server/archive/manifest.ts';
import { type Segment, writeArchive } from '#server/archive/write-archive.ts';
import { encodeEntries } from '#server/archive/write-segment.ts';
import type { Work } from '#server/operations/operation.ts';
import type { StoredSegment } from './segment.ts';

/** Chunk outputs in memory at once; each holds the records of its entries. */
const CHUNKS_AT_ONCE = 10;

/** Joins the rendered chunks, in order, and closes with `report.json` and `manifest.json`. */
export function exportArchive(work: Work): AsyncIterable<Uint8Array> {
  return writeArchive(segments(work));
}

async function* segments({ job, pool, storage }: Work): AsyncGenerator<Segment> {
  const files: ManifestFile[] = [];
  for (let after = -1; ; ) {
    const chunks = await readChunkOutputs<StoredSegment>(pool, job.id, after, CHUNKS_AT_ONCE);
    const last = chunks.at(-1);
    if (!last) break;
    after = last.number;
    for (const segment of chunks.flatMap(({ output }) => output ?? [])) {
      files.push(...segment.files);
      yield { data: storage.read(segment.key), entries: segment.entries };
    }
  }
  const report = await readReportOf(pool, (await findJob(pool, job.id)) as JobRow);
  const manifest = await manifestOf({ job, pool }, files);
  yield encodeEntries([
    { name: 'report.json', bytes: Buffer.from(`${JSON.stringify(report, null, 2)}\n`) },
    { name: MANIFEST_NAME, bytes: encodeManifest(manifest) },
  ]);
}

async function manifestOf({ job, pool }: Pick<Work, 'job' | 'pool'>, files: ManifestFile[]) {
  const { id, name } = await findAuthor(pool, job);
  const organisation = await pool.query<{ name: string }>('SELECT name FROM organisations WHERE id = $1', [
    job.organisationId,
  ]);
  return buildManifest({
    application: APPLICATION,
    ruleSetVersion: RULE_SET_VERSION,
    batchId: job.batchId,
    jobId: job.id,
    actor: { id, name },
    organisation: { id: job.organisationId, name: organisation.rows[0]?.name ?? '' },
    selection: (job.selection ?? {}) as Record<string, never>,
    format: { name: 'json', profile: null },
    createdAt: job.createdAt.toISOString(),
    files,
    redactions: {},
  });
}
