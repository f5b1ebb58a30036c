import { allChunkOutputs } from '#db/queries/export-items.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { readReportOf } from '#db/queries/read-report.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { formatsOf } from '#domain/export-formats.ts';
import { encodeStream } from '#server/archive/encode-stream.ts';
import { encodeManifest, MANIFEST_NAME, type ManifestFacts, ManifestSums } from '#server/archive/manifest.ts';
import { type Segment, writeArchive } from '#server/archive/write-archive.ts';
import { encodeEntries } from '#server/archive/write-segment.ts';
import { JobFailed, type Work } from '#server/operations/operation.ts';
import { SIGNATURE_NAME, signArchive } from '#server/seal/archive-signature.ts';
import { type StoredChunk, segmentOf } from './chunk-draft.ts';
import { type ExportFacts, signedFacts } from './export-facts.ts';
import { type FormatFile, pathOf, type WrittenFormat } from './format-files.ts';
import { manifestFormats } from './manifest-formats.ts';
import { redactReport } from './redact-facts.ts';
import { readSegment, readSegmentEntries, readSegmentFiles, type StoredSegment } from './segment.ts';

/** Joins the rendered chunks, in order, adds the files of other formats, and closes with `report.json`, `manifest.json` and the signature over them; `counted` tells how many entries there were. */
export function exportArchive(
  work: Work,
  facts: ExportFacts,
  written: readonly WrittenFormat[],
  counted: { entries: number },
): AsyncIterable<Uint8Array> {
  return writeArchive(counting(segments(work, facts, written), counted));
}

async function* counting(all: AsyncIterable<Segment>, counted: { entries: number }): AsyncGenerator<Segment> {
  for await (const segment of all) {
    counted.entries += segment.entries.length;
    yield segment;
  }
}

async function* segments(work: Work, facts: ExportFacts, written: readonly WrittenFormat[]): AsyncGenerator<Segment> {
  const stored: StoredSegment[] = [];
  for await (const chunk of allChunkOutputs<StoredChunk>(work.pool, work.job.id)) {
    const segment = segmentOf(chunk);
    if (segment) stored.push(segment);
  }
  // What closes the archive takes as long to deflate as all before it takes to copy, and another processor core.
  const closing = closingSegments(work, facts, written, stored);
  // Heard below; until then nobody listens.
  closing.catch(() => {});
  try {
    for (const segment of stored) yield await readSegment(work.storage, segment);
    for (const { format, files } of written) {
      for (const file of files) yield await formatEntry(work, pathOf(format, file), file);
    }
    yield* await closing;
  } finally {
    await closing.catch(() => {});
  }
}

/** `report.json`, `manifest.json` and, where exports are signed, the signature over them. */
async function closingSegments(
  work: Work,
  { title: _, ...facts }: ExportFacts,
  written: readonly WrittenFormat[],
  stored: readonly StoredSegment[],
): Promise<Segment[]> {
  const formats = formatsOf(work.job.options);
  const all: ManifestFacts = {
    ...facts,
    ...(formats.includes('json') ? { format: { name: 'json', profile: null } } : {}),
    formats: manifestFormats(formats, written),
  };
  const sums = new ManifestSums();
  for (const segment of stored) {
    for (const { name, sha256, size } of await readSegmentEntries(work.storage, segment))
      sums.add({ path: name, sha256, bytes: size });
  }
  const sum = sums.end();
  const [reported, described] = await Promise.all([reportEntry(work), manifest(work, all, stored, sum)]);
  const key = await work.signingKey();
  if (!key) return [reported, described];
  const bytes = signArchive(key, {
    ...signedFacts(facts),
    files: sum.totals.files,
    digest: sum.digest,
    manifest: sha256Of(described),
    report: sha256Of(reported),
  });
  return [reported, described, await encodeEntries([{ name: SIGNATURE_NAME, bytes }])];
}

function sha256Of({ entries }: Pick<Segment, 'entries'>): string {
  return entries[0]?.sha256 ?? '';
}

async function reportEntry(work: Work): Promise<Segment> {
  const { job, pool } = work;
  const report = await redactReport(work, await readReportOf(pool, (await findJob(pool, job.id)) as JobRow));
  return encodeEntries([{ name: 'report.json', bytes: Buffer.from(`${JSON.stringify(report, null, 2)}\n`) }]);
}

/** A file as it was verified: the same bytes go into the archive. */
async function formatEntry(work: Work, path: string, file: FormatFile): Promise<Segment> {
  const segment = await encodeStream(path, work.storage.read(file.key), keepIn(work, 'packed'));
  const [entry] = segment.entries;
  if (entry?.sha256 !== file.sha256) throw new JobFailed('export_not_verified', { format: path, found: 'sha256' });
  return segment;
}

async function manifest(
  work: Work,
  facts: ManifestFacts,
  stored: readonly StoredSegment[],
  sums: ReturnType<ManifestSums['end']>,
): Promise<Segment> {
  const lists = function* () {
    for (const segment of stored) yield readSegmentFiles(work.storage, segment);
  };
  return encodeStream(MANIFEST_NAME, encodeManifest(facts, sums, lists()), keepIn(work, 'manifest'));
}

function keepIn({ job, storage }: Work, what: string) {
  return async (bytes: AsyncIterable<Uint8Array>) => {
    const key = `jobs/${job.id}/${what}-${uuidV7()}`;
    await storage.write(key, bytes);
    return { read: () => storage.read(key) };
  };
}
