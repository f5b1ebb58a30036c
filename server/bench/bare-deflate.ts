import { deflateRawSync } from 'node:zlib';
import { readDirectory, readEntries } from '#server/archive/read-archive.ts';
import type { Services } from '#server/services.ts';

/** What an export is held against: `deflateRawSync` over the very files of its archive, one by one, and nothing else. */
export async function bareDeflate({ pool, storage }: Services, jobId: string, size: number): Promise<number> {
  const { rows } = await pool.query<{ key: string }>(
    `SELECT storage_key AS key FROM artifacts WHERE job_id = $1 AND kind = 'archive'`,
    [jobId],
  );
  const file = await storage.open(rows[0]?.key ?? '');
  const contents: Buffer[] = [];
  try {
    const directory = await readDirectory(file);
    for await (const { name, bytes } of readEntries(file, directory)) {
      if (name.startsWith('definities/')) contents.push(bytes);
    }
  } finally {
    await file.close();
  }
  if (contents.length !== size) throw new Error(`The archive holds ${contents.length} definitions, not ${size}`);
  const before = performance.now();
  for (const bytes of contents) deflateRawSync(bytes);
  return performance.now() - before;
}
