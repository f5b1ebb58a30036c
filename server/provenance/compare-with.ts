import { clip } from '#domain/finding.ts';
import { type FileChange, MOST_CHANGES_TOLD, type Provenance } from '#domain/provenance.ts';
import type { Found, LookedAt } from './look-at-signature.ts';

/** What an archive holds, by our own reckoning; a hash that is null stands for a file that is not there. */
export type Reckoned = {
  manifest: string | null;
  report: string | null;
  /** Of the files the manifest lists, and whether there are files it lists by format. */
  digest: string | null;
  hasFormats: boolean;
  changes: Provenance['changes'];
  changeCount: number;
  /** SHA-256 by name of files that are signed one by one. */
  files: ReadonlyMap<string, string>;
};

/** What was found of an archive, with what was changed since it was signed. */
export function compareWith({ found, statement, files }: LookedAt, held: Reckoned): Found {
  if (files) return { ...found, listed: true, ...changesOf(files, held.files) };
  if (!statement) return found;
  const indexFiles = [
    ...(held.manifest === statement.manifest ? [] : ['manifest.json']),
    ...(held.report === statement.report ? [] : ['report.json']),
  ];
  const sameManifest = held.manifest === statement.manifest;
  const { changes, changeCount } = held;
  return {
    ...found,
    changed: changeCount > 0 || indexFiles.length > 0,
    indexFiles,
    listed: sameManifest || (held.digest === statement.digest && !held.hasFormats),
    changes,
    changeCount,
  };
}

/** Which files are not what one of these signatures is over; a file belongs to a signature by its hash, and if need be by its name. */
function changesOf(
  signed: ReadonlyMap<string, string>,
  held: ReadonlyMap<string, string>,
): Pick<Found, 'changed' | 'changes' | 'changeCount'> {
  const wanted = new Set(signed.values());
  const there = new Set(held.values());
  const lost = new Map([...signed].filter(([, hash]) => !there.has(hash)).map(([name]) => [signedName(name), name]));
  const all: { file: string; change: FileChange; term: null }[] = [];
  for (const [name, hash] of held) {
    if (wanted.has(hash)) continue;
    all.push({ file: clip(name), change: lost.delete(name) ? 'changed' : 'added', term: null });
  }
  for (const name of lost.keys()) all.push({ file: clip(name), change: 'removed', term: null });
  return { changed: all.length > 0, changes: all.slice(0, MOST_CHANGES_TOLD), changeCount: all.length };
}

function signedName(signature: string): string {
  return signature.replace(/\.signature[^/]*$/i, '');
}
