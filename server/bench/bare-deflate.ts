import { deflateRawSync } from 'node:zlib';
import { DEFAULT_ARCHIVE_LIMITS, INDEX_FILES } from '#domain/archive-limits.ts';
import { readDirectory, readEntries } from '#server/archive/read-archive.ts';
import type { Services } from '#server/services.ts';

/** An export may be larger than what we take in. */
const NONE = { uploadBytes: Infinity, entries: Infinity, directoryBytes: Infinity, totalBytes: Infinity };
const LIMITS = { ...DEFAULT_ARCHIVE_LIMITS, ...NONE, indexBytes: Infinity, cpuTimeMs: Infinity };

/** What an export is held against: `deflateRawSync` over the very files of its archive, one by one, and nothing else. */
export async function bareDeflate({ pool, storage }: Services, jobId: string, size: number): Promise<number> {
  const { rows } = await pool.query<{ key: string }>(
    `SELECT storage_key AS key FROM artifacts WHERE job_id = $1 AND kind = 'archive'`,
    [jobId],
  );
  const file = await storage.open(rows[0]?.key ?? '');
  const contents: Buffer[] = [];
  try {
    const directory = await readDirectory(file, LIMITS);
    for await (const { bytes } of readEntries(file, directory, { limits: LIMITS })) {
      contents.push(bytes);
    }
  } finally {
    await file.close();
  }
  const definitions = contents.length - INDEX_FILES.length;
  if (definitions !== size) throw new Error(`The archive holds ${definitions} definitions, not ${size}`);
  const before = performance.now();
  for (const bytes of contents) deflateRawSync(bytes);
  return performance.now() - before;
}
