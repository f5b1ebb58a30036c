import { addJobFinding } from '#db/queries/add-job-finding.ts';
import { allChunkOutputs } from '#db/queries/export-items.ts';
import type { Classification } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import { APPLICATION } from '#server/application.ts';
import type { WriteFacts } from '#server/formats/format.ts';
import { writerOf } from '#server/formats/formats.ts';
import type { Work } from '#server/operations/operation.ts';
import { storeArtifact } from '#server/operations/store-artifact.ts';
import { otherFormats, type StoredChunk, strictest } from './chunk-draft.ts';
import { exportArchive } from './export-archive.ts';
import { type ExportFacts, localeOf, readExportFacts } from './export-facts.ts';
import { type WrittenFormat, writeFormatFiles } from './format-files.ts';
import { readRecords } from './record-piece.ts';
import { redactFacts } from './redact-facts.ts';
import { storeBareFile } from './store-bare-file.ts';
import { verifyArchive } from './verify-archive.ts';
import { openVerifier } from './verify-file.ts';

const NOT_SIGNED: Finding = { code: 'export_not_signed', severity: 'warning' };

/** Writes what the chunks left as files, and those as one archive or, when there is just one and nobody wants one around it, as it is. */
export async function storeResult(work: Work): Promise<void> {
  const facts = await redactFacts(work, await readExportFacts(work));
  // Before the report is written, which says so too.
  if (!(await work.signingKey())) await addJobFinding(work.pool, work.job.id, NOT_SIGNED);
  const { keys, classification } = await storedRecords(work);
  const written: WrittenFormat[] = [];
  await using verifier = openVerifier(work.storage);
  for (const format of otherFormats(work.job)) {
    const records = readRecords(work.storage, keys);
    written.push({
      format,
      files: await writeFormatFiles(work, verifier, format, records, { ...writeFacts(work, facts), classification }),
    });
  }
  const files = written.flatMap((one) => one.files);
  const [only] = files;
  if (only && files.length === 1 && work.job.options.packaging === 'file') {
    const { format } = written[0] as WrittenFormat;
    await storeBareFile(work, facts, nameOf(work, `-${format}`, writerOf(format).extension), only);
    return;
  }
  const counted = { entries: 0 };
  await storeArtifact(work, {
    kind: 'archive',
    fileName: nameOf(work, '', 'zip'),
    mediaType: 'application/zip',
    contents: exportArchive(work, facts, written, counted),
    verify: (key, stored) => verifyArchive(work.storage, key, { ...stored, ...counted }),
  });
}

/** Where the definitions wait that other formats than JSON are written from, and the strictest classification among them. */
async function storedRecords(work: Work): Promise<{ keys: string[]; classification: Classification }> {
  const keys: string[] = [];
  const classifications: Classification[] = [];
  for await (const chunk of allChunkOutputs<StoredChunk>(work.pool, work.job.id)) {
    if (chunk.records === undefined) continue;
    keys.push(chunk.records);
    if (chunk.classification) classifications.push(chunk.classification);
  }
  return { keys, classification: strictest(classifications) };
}

function writeFacts({ job }: Work, { title, organisation, createdAt }: ExportFacts): WriteFacts {
  const application = `${APPLICATION.name} ${APPLICATION.version}`;
  const language = localeOf(job);
  return { title, application, organisation: organisation.name, createdAt, language };
}

function nameOf({ job }: Work, what: string, extension: string): string {
  return `lexport-${new Date().toISOString().slice(0, 10)}${what}-${job.id}.${extension}`;
}
