import { isFileSignature } from '#domain/archive-limits.ts';
import { type ImportKind, importExtension } from '#domain/import-kinds.ts';

/** A file a person chose or dropped, with its place: a bare name, or a path inside a folder. */
export type ChosenFile = { path: string; file: File };

export type FileKind = 'archive' | ImportKind | 'other';

/** Files an operating system leaves behind; nobody means to send them. */
const CLUTTER = /(^|\/)(\.[^/]*|__MACOSX(\/.*)?|Thumbs\.db|desktop\.ini)$/i;

/** By name, since browsers disagree about the media type of a CSV; the server looks at the contents. */
export function kindOf(path: string): FileKind {
  return /\.zip$/i.test(path) ? 'archive' : (importExtension(path)?.kind ?? 'other');
}

export function isClutter(path: string): boolean {
  return CLUTTER.test(path) || path.includes('__MACOSX/');
}

/**
 * What the browser must do with the chosen files: send one as it is, or pack several. A reason when they do not go
 * together.
 */
export type Plan =
  | { kind: 'send'; file: ChosenFile; as: Exclude<FileKind, 'other'> }
  | { kind: 'pack'; files: ChosenFile[]; leftOut: ChosenFile[] }
  | { kind: 'refuse'; reason: 'nothing' | 'no_usable' | 'several_archives' | 'archive_and_files'; names: string[] };

export function planFor(chosen: readonly ChosenFile[]): Plan {
  const files = chosen.filter(({ path }) => !isClutter(path));
  if (files.length === 0) return { kind: 'refuse', reason: 'nothing', names: [] };
  const archives = files.filter(({ path }) => kindOf(path) === 'archive');
  const records = files.filter(({ path }) => kindOf(path) !== 'other' && kindOf(path) !== 'archive');
  const leftOut = files.filter(({ path }) => kindOf(path) === 'other');
  const [archive] = archives;
  if (archives.length > 1) return { kind: 'refuse', reason: 'several_archives', names: namesOf(archives) };
  if (archive && files.length > 1) return { kind: 'refuse', reason: 'archive_and_files', names: namesOf(files) };
  if (archive) return { kind: 'send', file: archive, as: 'archive' };
  const [record] = records.filter(({ path }) => !isFileSignature(path));
  if (!record) return { kind: 'refuse', reason: 'no_usable', names: namesOf([...records, ...leftOut]) };
  if (records.length === 1 && leftOut.length === 0 && !record.path.includes('/')) {
    return { kind: 'send', file: record, as: kindOf(record.path) as ImportKind };
  }
  return { kind: 'pack', files: records, leftOut };
}

function namesOf(files: readonly ChosenFile[]): string[] {
  return files.map(({ path }) => path);
}
