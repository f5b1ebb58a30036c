import { createHash, hash } from 'node:crypto';
import { manifestSchema } from '#contract/manifest.ts';
import { type ArchiveLimits, DEFAULT_ARCHIVE_LIMITS } from '#domain/archive-limits.ts';
import type { ArchiveDirectory } from '#server/archive/archive-directory.ts';
import { readDirectory, readEntries, readEntry } from '#server/archive/read-archive.ts';
import { ArchiveRefused } from '#server/archive/refusal.ts';
import { readSignature, SIGNATURE_NAME, type SignedStatement } from './archive-signature.ts';
import { UnreadableFile } from './read-audit-file.ts';

export type ArchiveVerdict = {
  /** In sentences; empty: intact. */
  faults: string[];
  files: number;
  /** Null: it is not signed, or its signature says nothing that holds. */
  statement: SignedStatement | null;
  keyId: string | null;
  /** Whether its key is one of those that were named as trusted; null: none was named. */
  trusted: boolean | null;
};

/** Where the archive is from is for whoever asks; only what would fill their memory is refused. */
const LIMITS: ArchiveLimits = {
  ...DEFAULT_ARCHIVE_LIMITS,
  uploadBytes: 4 * 1024 ** 3,
  entries: 1_000_000,
  cpuTimeMs: 3_600_000,
};

/**
 * Verifies an export archive with nothing but the file and, when given, the public keys (hexadecimal digits) that are trusted: its
 * signature, and every file in it. @throws UnreadableFile when it is no archive
 */
export async function verifyArchiveFile(path: string, trustedKeys: readonly string[] = []): Promise<ArchiveVerdict> {
  try {
    const directory = await readDirectory(path, LIMITS);
    const [refusal] = directory.refusals;
    if (refusal) throw new UnreadableFile(`The archive cannot be read: ${refusal.code}.`);
    return await verify(path, directory, trustedKeys);
  } catch (error) {
    if (error instanceof ArchiveRefused) throw new UnreadableFile(`The archive cannot be read: ${error.message}.`);
    throw error;
  }
}

async function verify(
  path: string,
  directory: ArchiveDirectory,
  trustedKeys: readonly string[],
): Promise<ArchiveVerdict> {
  const entry = directory.entries.named(SIGNATURE_NAME);
  const signature = entry ? readSignature(await readEntry(path, directory, entry)) : null;
  const verdict: ArchiveVerdict = { faults: [], files: 0, statement: null, keyId: null, trusted: null };
  if (!entry) verdict.faults.push('It is not signed.');
  else if (!signature?.holds) verdict.faults.push('Its signature does not hold: it is forged or damaged.');
  if (!signature?.holds) return verdict;
  verdict.statement = signature.statement;
  verdict.keyId = signature.keyId;
  const sums = new Map<string, string>();
  for await (const { name, bytes } of readEntries(path, directory, { limits: LIMITS }))
    sums.set(name, hash('sha256', bytes));
  verdict.files = sums.size;
  for (const [name, wanted] of [
    ['manifest.json', signature.statement.manifest],
    ['report.json', signature.statement.report],
  ] as const)
    if (sums.get(name) !== wanted) verdict.faults.push(`${name} is not what was signed.`);
  const manifest = directory.entries.named('manifest.json');
  if (manifest) compareFiles(await readEntry(path, directory, manifest), sums, signature.statement, verdict.faults);
  if (trustedKeys.length > 0) {
    verdict.trusted = trustedKeys.includes(signature.publicKey.toString('hex'));
    if (!verdict.trusted) verdict.faults.push('It was signed with another key than the one you trust.');
  }
  return verdict;
}

/** Every file against the manifest; whether that is the one that was signed is known by then. */
function compareFiles(bytes: Buffer, sums: Map<string, string>, { digest }: SignedStatement, faults: string[]): void {
  const manifest = manifestSchema.safeParse(parsed(bytes));
  if (!manifest.success) {
    faults.push('manifest.json cannot be read as one.');
    return;
  }
  const { files, formats = [] } = manifest.data;
  const listed = [...files, ...formats.flatMap((format) => format.files)];
  const names = new Set(['manifest.json', 'report.json', SIGNATURE_NAME]);
  for (const { path, sha256 } of listed) {
    names.add(path);
    const found = sums.get(path);
    if (found === undefined) faults.push(`${path} is missing.`);
    else if (found !== sha256) faults.push(`${path} was changed.`);
  }
  for (const name of sums.keys()) if (!names.has(name)) faults.push(`${name} was added.`);
  const sum = createHash('sha256');
  for (const { path, sha256 } of files) sum.update(`${path}\0${sha256}\n`);
  if (sum.digest('hex') !== digest) faults.push('The list of files is not the one that was signed.');
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
