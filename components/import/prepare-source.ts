import {
  countEntries,
  formatSize,
  isFileSignature,
  isIndexFile,
  DEFAULT_ARCHIVE_LIMITS as LIMITS,
  mostRecords,
} from '#domain/archive-limits.ts';
import { IMPORT_KINDS, type ImportKind } from '#domain/import-kinds.ts';
import { checkEntries } from './check-entries.ts';
import { type ChosenFile, isClutter, kindOf, planFor } from './chosen-files.ts';
import type { LocalProblem } from './local-problem.ts';
import { type ManifestSummary, readManifest } from './read-manifest.ts';
import { NotAZip, readZipDirectory, type ZipEntry } from './read-zip-directory.ts';
import { readZipEntry } from './read-zip-entry.ts';
import { zipFiles } from './zip-files.ts';

/** What was chosen, looked at and ready to be sent, or not: then `problems` says why. */
export type Source = {
  name: string;
  /** Null when it cannot be sent. */
  blob: Blob | null;
  size: number;
  /** How many files of each kind are in it; kinds that are not there are left out. */
  counts: Partial<Record<ImportKind | 'other', number>>;
  /** Chosen, but not sent along. */
  leftOut: string[];
  /** Absent: there is none; null: there is one that cannot be read. */
  manifest?: ManifestSummary | null;
  problems: LocalProblem[];
};

export type PrepareOptions = { onProgress: (share: number) => void; signal: AbortSignal };

/** A manifest larger than this is not read here; the server does. */
const MANIFEST_BYTES = 32 * 1024 * 1024;

/** Looks at what was chosen before a byte is sent, and packs it when it is more than one file. */
export async function prepareSource(chosen: readonly ChosenFile[], options: PrepareOptions): Promise<Source> {
  const plan = planFor(chosen);
  const name = nameFor(chosen);
  if (plan.kind === 'refuse') {
    const params = { names: plan.names.slice(0, 5).join(', '), count: plan.names.length };
    return refusal(name, [{ code: plan.reason, severity: 'error', params }]);
  }
  if (plan.kind === 'pack') return packed(name, plan.files, plan.leftOut, options);
  const { file } = plan.file;
  const problems = sizeProblems(file, plan.as === 'archive');
  if (problems.length > 0) return { ...refusal(name, problems), size: file.size };
  if (plan.as === 'archive') return archive(name, file);
  return {
    name,
    blob: file,
    size: file.size,
    counts: { [plan.as]: 1 },
    leftOut: [],
    problems: [],
  };
}

function refusal(name: string, problems: LocalProblem[]): Source {
  return { name, blob: null, size: 0, counts: {}, leftOut: [], problems };
}

function nameFor(chosen: readonly ChosenFile[]): string {
  const first = chosen.find(({ path }) => !isFileSignature(path)) ?? chosen[0];
  if (!first) return '';
  const folder = first.path.includes('/') ? first.path.split('/')[0] : null;
  if (folder) return `${folder}.zip`;
  return chosen.length === 1 ? first.path : `${first.path.replace(/\.[^.]+$/, '')}-e.a.zip`;
}

function sizeProblems(file: Blob, isArchive: boolean): LocalProblem[] {
  if (file.size === 0) return [{ code: isArchive ? 'archive_zero_bytes' : 'zero_bytes', severity: 'error' }];
  if (file.size <= LIMITS.uploadBytes) return [];
  const params = { value: formatSize(file.size), limit: formatSize(LIMITS.uploadBytes) };
  return [{ code: 'archive_upload_too_large', severity: 'error', params }];
}

async function archive(name: string, file: File): Promise<Source> {
  const base: Source = { name, blob: file, size: file.size, counts: {}, leftOut: [], problems: [] };
  try {
    const { entries, count } = await readZipDirectory(file, mostRecords(LIMITS), LIMITS.directoryBytes);
    const counted = count > entries.length ? count : countEntries(entries.map((entry) => entry.name));
    if (counted > LIMITS.entries) {
      return { ...base, problems: [{ code: 'archive_too_many_entries', severity: 'error', params: tooMany(counted) }] };
    }
    const problems = checkEntries(entries, LIMITS);
    const counts = countKinds(entries.filter((entry) => !entry.isDirectory).map((entry) => entry.name));
    if (problems.length === 0 && !IMPORT_KINDS.some((kind) => counts[kind])) {
      problems.push({ code: 'no_usable_inside', severity: 'error' });
    }
    return { ...base, counts, problems, ...(await manifestOf(file, entries)) };
  } catch (error) {
    if (!(error instanceof NotAZip)) throw error;
    return { ...base, problems: [{ code: 'archive_not_a_zip', severity: 'error' }] };
  }
}

function countKinds(paths: readonly string[]): Source['counts'] {
  const counts: Source['counts'] = {};
  for (const path of paths) {
    if (isIndexFile(path) || isFileSignature(path) || isClutter(path)) continue;
    const found = kindOf(path);
    const kind = found === 'archive' ? 'other' : found;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

async function manifestOf(file: Blob, entries: readonly ZipEntry[]): Promise<Pick<Source, 'manifest'>> {
  const entry = entries.find(({ name }) => name === 'manifest.json');
  if (!entry || entry.encrypted || entry.size > MANIFEST_BYTES) return {};
  try {
    return { manifest: readManifest(await readZipEntry(file, entry, MANIFEST_BYTES)) };
  } catch {
    // Damaged data inside: the server says precisely what is wrong with it.
    return { manifest: null };
  }
}

async function packed(
  name: string,
  chosen: readonly ChosenFile[],
  leftOut: readonly ChosenFile[],
  { onProgress, signal }: PrepareOptions,
): Promise<Source> {
  const files = withoutCommonFolder(chosen);
  const entries = files.map(({ path, file }) => ({
    name: path,
    size: file.size,
    encrypted: false,
    isDirectory: false,
  }));
  const counted = countEntries(files.map(({ path }) => path));
  const base: Source = {
    name,
    blob: null,
    size: entries.reduce((sum, entry) => sum + entry.size, 0),
    counts: countKinds(entries.map((entry) => entry.name)),
    leftOut: leftOut.map(({ path }) => path),
    problems:
      counted > LIMITS.entries
        ? [{ code: 'archive_too_many_entries', severity: 'error', params: tooMany(counted) }]
        : checkEntries(entries, LIMITS),
  };
  if (base.problems.length > 0) return base;
  const blob = await zipFiles(files, { onProgress, signal });
  const problems = sizeProblems(blob, true);
  const manifest = files.find(({ path }) => path === 'manifest.json')?.file;
  return {
    ...base,
    blob: problems.length > 0 ? null : blob,
    size: blob.size,
    problems: [...problems, ...emptyFiles(files)],
    ...(manifest && manifest.size <= MANIFEST_BYTES ? { manifest: readManifest(await manifest.text()) } : {}),
  };
}

function emptyFiles(files: readonly ChosenFile[]): LocalProblem[] {
  const empty = files.filter(({ file }) => file.size === 0).slice(0, 5);
  return empty.map(({ path }) => ({ code: 'empty_file', severity: 'warning', params: { entry: path } }));
}

function tooMany(count: number) {
  return { value: String(count), limit: String(LIMITS.entries) };
}

/** A folder that was chosen is the archive; what is in it keeps its path from there, so that its manifest stays in the root. */
function withoutCommonFolder(files: readonly ChosenFile[]): ChosenFile[] {
  const folder = files[0]?.path.split('/')[0];
  const common = folder !== undefined && files.every(({ path }) => path.startsWith(`${folder}/`));
  return common ? files.map(({ path, file }) => ({ path: path.slice(folder.length + 1), file })) : [...files];
}
