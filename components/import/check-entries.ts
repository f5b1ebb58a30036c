import { type ArchiveLimits, entryLimit, formatSize } from '#domain/archive-limits.ts';
import type { LocalProblem } from './local-problem.ts';
import type { ZipEntry } from './read-zip-directory.ts';

/** As many problems of one kind are shown; the rest is counted. */
const SHOWN = 5;

type Entry = Pick<ZipEntry, 'name' | 'size' | 'encrypted' | 'isDirectory'>;

/**
 * What the server would refuse an archive for, as far as its table of contents tells: sizes, names, encryption. The server
 * looks again, and deeper.
 */
export function checkEntries(entries: readonly Entry[], limits: ArchiveLimits): LocalProblem[] {
  const files = entries.filter((entry) => !entry.isDirectory);
  if (files.length === 0) return [{ code: 'archive_empty', severity: 'error' }];
  const total = files.reduce((sum, entry) => sum + entry.size, 0);
  return [
    ...refused(files, 'archive_encrypted', (entry) => entry.encrypted),
    ...refused(entries, 'archive_path_traversal', ({ name }) => name.split('/').includes('..')),
    ...refused(entries, 'archive_path_absolute', ({ name }) => name.startsWith('/') || /^[a-z]:/i.test(name)),
    ...refused(
      files,
      'archive_entry_too_large',
      ({ name, size }) => size > entryLimit(name, limits),
      (entry) => ({
        value: formatSize(entry.size),
        limit: formatSize(entryLimit(entry.name, limits)),
      }),
    ),
    ...(total > limits.totalBytes
      ? [problem('archive_total_too_large', { value: formatSize(total), limit: formatSize(limits.totalBytes) })]
      : []),
  ];
}

function refused(
  entries: readonly Entry[],
  code: string,
  isWrong: (entry: Entry) => boolean,
  params: (entry: Entry) => Record<string, string> = () => ({}),
): LocalProblem[] {
  const wrong = entries.filter(isWrong);
  const shown = wrong.slice(0, SHOWN).map((entry) => problem(code, { entry: entry.name, ...params(entry) }));
  return wrong.length > SHOWN ? [...shown, problem('more_alike', { count: wrong.length - SHOWN })] : shown;
}

function problem(code: string, params: Record<string, string | number>): LocalProblem {
  return { code, severity: 'error', params };
}
