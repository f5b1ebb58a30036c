import { describe, expect, it } from 'vitest';
import { DEFAULT_ARCHIVE_LIMITS } from '#domain/archive-limits.ts';
import { checkEntries } from './check-entries.ts';

const MB = 1024 * 1024;
const entry = (name: string, size = 100, encrypted = false) => ({
  name,
  size,
  encrypted,
  isDirectory: name.endsWith('/'),
});
const codes = (...entries: ReturnType<typeof entry>[]) =>
  checkEntries(entries, DEFAULT_ARCHIVE_LIMITS).map((problem) => problem.code);

describe('the check of a table of contents', () => {
  it('has nothing against an archive of ours, with its large manifest', () => {
    expect(codes(entry('manifest.json', 20 * MB), entry('definitions/'), entry('definitions/a.json'))).toEqual([]);
  });

  it('refuses what the server would refuse', () => {
    expect(codes(entry('leeg/'))).toEqual(['archive_empty']);
    expect(codes(entry('a.json', 5 * MB))).toEqual(['archive_entry_too_large']);
    expect(codes(entry('a.json', 10, true))).toEqual(['archive_encrypted']);
    expect(codes(entry('../../etc/a.json'))).toEqual(['archive_path_traversal']);
    expect(codes(entry('/a.json'), entry('C:\\b.json'))).toEqual(['archive_path_absolute', 'archive_path_absolute']);
    expect(codes(...Array.from({ length: 600 }, (_, n) => entry(`${n}.json`, MB)))).toEqual([
      'archive_total_too_large',
    ]);
  });

  it('names the first few of a kind and counts the others', () => {
    const many = Array.from({ length: 12 }, (_, n) => entry(`${n}.json`, 2 * MB));
    const problems = checkEntries(many, DEFAULT_ARCHIVE_LIMITS);
    expect(problems).toHaveLength(6);
    expect(problems.at(-1)).toEqual({ code: 'more_alike', severity: 'error', params: { count: 7 } });
  });
});
