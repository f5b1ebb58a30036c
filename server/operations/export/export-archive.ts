import { allChunkOutputs } from '#db/queries/export-items.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { readReportOf } from '#db/queries/read-report.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { formatsOf } from '#domain/export-formats.ts';
import { encodeParts } from '#server/archive/encode-parts.ts';
import { encodeStream } from '#server/archive/encode-stream.ts';
import { MANIFEST_NAME, type ManifestFacts, ManifestSums, manifestParts } from '#server/archive/manifest.ts';
import { type Segment, writeArchive } from '#server/archive/write-archive.ts';
import { encodeEntries } from '#server/archive/write-segment.ts';
import { JobFailed, type Work } from '#server/operations/operation.ts';
import { SIGNATURE_NAME, signArchive } from '#server/seal/archive-signature.ts';
import type { StoredChunk } from './chunk-draft.ts';
import { type ExportFacts, signedFacts } from './export-facts.ts';
import { type FormatFile, pathOf, type WrittenFormat } from './format-files.ts';
import { manifestFormats } from './manifest-formats.ts';
import { redactReport } from './redact-facts.ts';
import { listOf, readSegment, type StoredSegment } from './segment.ts';

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
  // The database counts for it while the pieces are copied.
  const reported = reportEntry(work);
  // Heard below; until then nobody listens.
  reported.catch(() => {});
  const stored: StoredSegment[] = [];
  const sums = new ManifestSums();
  try {
    const hasJson = formatsOf(work.job.options).includes('json');
    for await (const { segment } of hasJson ? allChunkOutputs<StoredChunk>(work.pool, work.job.id) : []) {
      // Left by a version that remembered it otherwise: better no archive than one without these definitions.
      if (!segment) throw new JobFailed('export_not_verified', { format: 'zip', found: 'segment' });
      stored.push(segment);
      const read = await readSegment(work.storage, segment);
      for (const { name, sha256, size } of read.entries) sums.add({ path: name, sha256, bytes: size });
      yield read;
    }
    for (const { format, files } of written) {
      for (const file of files) yield await formatEntry(work, pathOf(format, file), file);
    }
    yield* await closingSegments(work, facts, written, { stored, sums: sums.end(), reported: await reported });
  } finally {
    await reported.catch(() => {});
  }
}

/** `report.json`, `manifest.json` and, where exports are signed, the signature over them. */
async function closingSegments(
  work: Work,
  { title: _, ...facts }: ExportFacts,
  written: readonly WrittenFormat[],
  { stored, sums, reported }: { stored: StoredSegment[]; sums: ReturnType<ManifestSums['end']>; reported: Segment },
): Promise<Segment[]> {
  const formats = formatsOf(work.job.options);
  const all: ManifestFacts = {
    ...facts,
    ...(formats.includes('json') ? { format: { name: 'json', profile: null } } : {}),
    formats: manifestFormats(formats, written),
  };
  const lists = stored.map((segment) => listOf(work.storage, segment));
  const described = await encodeParts(MANIFEST_NAME, manifestParts(all, sums, lists));
  const key = await work.signingKey();
  if (!key) return [reported, described];
  const bytes = signArchive(key, {
    ...signedFacts(facts),
    files: sums.totals.files,
    digest: sums.digest,
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
  const segment = await encodeStream(path, work.storage.read(file.key), keepIn(work));
  const [entry] = segment.entries;
  if (entry?.sha256 !== file.sha256) throw new JobFailed('export_not_verified', { format: path, found: 'sha256' });
  return segment;
}

function keepIn({ job, storage }: Work) {
  return async (bytes: AsyncIterable<Uint8Array>) => {
    const key = `jobs/${job.id}/packed-${uuidV7()}`;
    await storage.write(key, bytes);
    return { read: () => storage.read(key) };
  };
}
