import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { type Manifest, type ManifestFile, manifestSchema } from '#contract/manifest.ts';
import type { ManifestCode } from '#domain/archive-finding-texts.ts';
import { isIndexFile } from '#domain/archive-limits.ts';
import { clip, type Finding, type Severity } from '#domain/finding.ts';

export const MANIFEST_NAME = 'manifest.json';
const SCHEMA_VERSION = 1;

/** What a manifest says beside its files. */
export type ManifestFacts = Omit<Manifest, 'schemaVersion' | 'files' | 'totals' | 'digest'>;

/** What follows from the files of an archive: their totals and the overall digest. */
export function sumUp(files: readonly Pick<ManifestFile, 'path' | 'sha256' | 'bytes'>[]) {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { totals: { files: files.length, bytes }, digest: overallDigest(files) };
}

/** Files as a manifest lists them: a line each, so that two manifests can be compared line by line. */
export function encodeFiles(files: readonly ManifestFile[]): string {
  return files.map((file) => `    ${JSON.stringify(file)}`).join(',\n');
}

/**
 * `manifest.json` in pieces, so that a hundred thousand files need not be in memory at once. `lists` are outcomes of
 * `encodeFiles`, together all files of the archive, in its order; `sums` is what `sumUp` says of the same files.
 */
export async function* encodeManifest(
  facts: ManifestFacts,
  sums: ReturnType<typeof sumUp>,
  lists: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Buffer, void, undefined> {
  const head = Object.entries({ schemaVersion: SCHEMA_VERSION, ...facts, ...sums });
  const lines = head.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  yield Buffer.from(`{\n${lines.join(',\n')},\n  "files": [\n`);
  let separator = '';
  for await (const list of lists) {
    if (list === '') continue;
    yield Buffer.from(separator + list);
    separator = ',\n';
  }
  yield Buffer.from('\n  ]\n}\n');
}

/** Reads `manifest.json`; a Finding (it has a `code`) when it is not one of ours. Unknown fields are ignored. */
export function parseManifest(bytes: Buffer): Manifest | Finding {
  const json = parseJson(bytes);
  if (json === undefined) return finding('manifest_unreadable', 'error');
  const version = typeof json === 'object' && json !== null && 'schemaVersion' in json ? json.schemaVersion : undefined;
  if (typeof version === 'number' && version !== SCHEMA_VERSION) {
    return finding('manifest_version_unsupported', 'error', {
      params: { value: version, limit: SCHEMA_VERSION },
    });
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const pointer = (parsed.error.issues[0]?.path ?? []).map((step) => `/${String(step)}`).join('');
  const location = { file: MANIFEST_NAME, pointer };
  return finding('manifest_shape_invalid', 'error', {
    location,
    params: { value: pointer || '/' },
  });
}

/**
 * What an archive holds, held against its manifest. People edit exported files and send them back, so a difference is a
 * warning, not an error; an extra file is only mentioned. `files` are the names and SHA-256 (hex) of what is there.
 */
export function compareManifest(manifest: Manifest, files: Iterable<{ name: string; sha256: string }>): Finding[] {
  const findings: Finding[] = [];
  if (overallDigest(manifest.files) !== manifest.digest) findings.push(finding('manifest_digest_mismatch', 'warning'));
  const actual = new Map<string, string>();
  for (const { name, sha256 } of files) actual.set(name, sha256);
  const listed = new Set<string>();
  for (const { path, sha256 } of manifest.files) {
    const name = path.normalize('NFC');
    listed.add(name);
    const found = actual.get(name);
    if (found === undefined) findings.push(aboutFile('manifest_file_missing', 'warning', name));
    else if (found !== sha256) findings.push(aboutFile('manifest_file_changed', 'warning', name));
  }
  for (const name of actual.keys()) {
    if (!listed.has(name) && !isIndexFile(name)) findings.push(aboutFile('manifest_file_unlisted', 'info', name));
  }
  return findings;
}

/** SHA-256 over the sorted lines `path NUL sha256 LF`: one number that stands for all files and their names. */
export function overallDigest(files: readonly Pick<ManifestFile, 'path' | 'sha256'>[]): string {
  const digest = createHash('sha256');
  for (const { path, sha256 } of sortedByPath(files)) digest.update(`${path}\0${sha256}\n`);
  return digest.digest('hex');
}

function sortedByPath<T extends { path: string }>(files: readonly T[]): T[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function aboutFile(code: ManifestCode, severity: Severity, name: string): Finding {
  return finding(code, severity, {
    location: { file: clip(name) },
    params: { entry: clip(name) },
  });
}

function finding(code: ManifestCode, severity: Severity, more: Partial<Finding> = {}): Finding {
  return { code, severity, location: { file: MANIFEST_NAME }, ...more };
}
