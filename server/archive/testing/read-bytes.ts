import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArchiveLimits, DEFAULT_ARCHIVE_LIMITS } from '#domain/archive-limits.ts';
import { readDirectory, readEntries } from '#server/archive/read-archive.ts';
import { ArchiveRefused } from '#server/archive/refusal.ts';

/** What became of an archive: its files, or the codes for which it was refused and when. */
export type Outcome =
  | { accepted: true; files: Map<string, Buffer> }
  | { accepted: false; codes: string[]; before: 'reading' | 'end' };

/** Reads an archive on disk to the end, the way an import does. */
export async function readWhole(path: string, limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS): Promise<Outcome> {
  await using file = await open(path);
  const directory = await readDirectory(file, limits);
  if (directory.refusals.length > 0) return refused(directory.refusals, 'reading');
  const files = new Map<string, Buffer>();
  try {
    for await (const { name, bytes } of readEntries(file, directory, { limits })) files.set(name, bytes);
  } catch (error) {
    if (error instanceof ArchiveRefused) return refused(error.findings, 'end');
    throw error;
  }
  return { accepted: true, files };
}

/** The same for an archive in memory; `onDisk` gives it a path for as long as `use` takes. */
export function readBytes(bytes: Buffer, limits?: Partial<ArchiveLimits>): Promise<Outcome> {
  return onDisk(bytes, (path) => readWhole(path, { ...DEFAULT_ARCHIVE_LIMITS, ...limits }));
}

export async function onDisk<T>(bytes: Buffer, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lexport-archive-'));
  try {
    const path = join(folder, 'archive.zip');
    await writeFile(path, bytes);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function refused(findings: readonly { code: string }[], before: 'reading' | 'end'): Outcome {
  return { accepted: false, codes: [...new Set(findings.map((finding) => finding.code))], before };
}
