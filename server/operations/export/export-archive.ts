import { readChunkOutputs } from '#db/queries/export-items.ts';
import { findAuthor } from '#db/queries/find-author.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { readReportOf } from '#db/queries/read-report.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { ruleSetLabel } from '#domain/validation/rule-set-label.ts';
import { APPLICATION } from '#server/application.ts';
import { encodeStream } from '#server/archive/encode-stream.ts';
import { encodeManifest, MANIFEST_NAME, type ManifestFacts, ManifestSums } from '#server/archive/manifest.ts';
import { type Segment, writeArchive } from '#server/archive/write-archive.ts';
import { encodeEntries } from '#server/archive/write-segment.ts';
import type { Work } from '#server/operations/operation.ts';
import { readSegment, readSegmentFiles, type StoredSegment } from './segment.ts';

/** Chunk outputs read at once; each says no more than where its segment is. */
const CHUNKS_AT_ONCE = 500;

/** Joins the rendered chunks, in order, and closes with `report.json` and `manifest.json`. */
export function exportArchive(work: Work): AsyncIterable<Uint8Array> {
  return writeArchive(segments(work));
}

async function* segments(work: Work): AsyncGenerator<Segment> {
  const { job, pool, storage } = work;
  const stored: StoredSegment[] = [];
  const sums = new ManifestSums();
  for await (const segment of storedSegments(work)) {
    const piece = await readSegment(storage, segment);
    stored.push(segment);
    for (const { name, sha256, size } of piece.entries) sums.add({ path: name, sha256, bytes: size });
    yield piece;
  }
  const report = await readReportOf(pool, (await findJob(pool, job.id)) as JobRow);
  yield encodeEntries([{ name: 'report.json', bytes: Buffer.from(`${JSON.stringify(report, null, 2)}\n`) }]);
  yield manifest(work, stored, sums.end());
}

async function* storedSegments({ job, pool }: Work): AsyncGenerator<StoredSegment> {
  for (let after = -1; ; ) {
    const chunks = await readChunkOutputs<StoredSegment>(pool, job.id, after, CHUNKS_AT_ONCE);
    const last = chunks.at(-1);
    if (!last) return;
    after = last.number;
    yield* chunks.flatMap(({ output }) => output ?? []);
  }
}

async function manifest(
  work: Work,
  stored: readonly StoredSegment[],
  sums: ReturnType<ManifestSums['end']>,
): Promise<Segment> {
  const { job, storage } = work;
  const lists = function* () {
    for (const segment of stored) yield readSegmentFiles(storage, segment);
  };
  return encodeStream(MANIFEST_NAME, encodeManifest(await factsOf(work), sums, lists()), async (bytes) => {
    const key = `jobs/${job.id}/manifest-${uuidV7()}`;
    await storage.write(key, bytes);
    return { read: () => storage.read(key) };
  });
}

async function factsOf({ job, pool }: Work): Promise<ManifestFacts> {
  const { id, name } = await findAuthor(pool, job);
  const organisation = await pool.query<{ name: string }>('SELECT name FROM organisations WHERE id = $1', [
    job.organisationId,
  ]);
  return {
    application: APPLICATION,
    ruleSetVersion: ruleSetLabel(await readRuleSettings(pool, job.organisationId)),
    batchId: job.batchId,
    jobId: job.id,
    actor: { id, name },
    organisation: { id: job.organisationId, name: organisation.rows[0]?.name ?? '' },
    selection: (job.selection ?? {}) as Record<string, never>,
    format: { name: 'json', profile: null },
    createdAt: job.createdAt.toISOString(),
    redactions: {},
  };
}
