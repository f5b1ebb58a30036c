import { TextDecoder } from 'node:util';
import type { z } from 'zod';
import { type ManifestFile, type ManifestFormat, manifestFileSchema, manifestSchema } from '#contract/manifest.ts';
import type { ManifestCode } from '#domain/archive-finding-texts.ts';
import { clip, type Finding, type Severity } from '#domain/finding.ts';
import { type FileChange, MOST_CHANGES_TOLD, type Provenance } from '#domain/provenance.ts';
import type { HeldFiles } from './held-files.ts';
import { jsonPieces, NotReadable } from './json-pieces.ts';
import { MANIFEST_NAME, MANIFEST_VERSION, ManifestSums } from './manifest.ts';

/** After this many differences the rest is only counted. */
const DIFFERENCES_LISTED = 100;
const LIST = 'files';

/**
 * Reads `manifest.json` and holds the files of its archive against it; one listed file in memory at a time. Everything found is a
 * remark at the most: people edit exported files and send them back, and an archive without a manifest is fine too. Reads
 * `contents` to the end whatever is in it, and throws what that throws. Unknown fields are ignored.
 */
export async function checkManifest(
  contents: AsyncIterable<Uint8Array>,
  held: HeldFiles,
  scores: ManifestScores = noScores(),
  changes: ManifestChanges | null = null,
): Promise<Finding[]> {
  const reading = new ManifestReading(held, scores, changes);
  for await (const bytes of contents) reading.push(bytes);
  return reading.end();
}

/** What a manifest says of the quality of its files, by their names, and by which rules; filled in while it is read. */
export type ManifestScores = { ruleSetVersion: string | null; byFile: Map<string, number> };

export function noScores(): ManifestScores {
  return { ruleSetVersion: null, byFile: new Map() };
}

/** What the files of an archive are held against beside the manifest itself, and what was found; filled in while it is read. */
export type ManifestChanges = {
  /** SHA-256 of files that hold many definitions, by name: those the manifest lists under their format. */
  formatFiles: ReadonlyMap<string, string>;
  changes: Provenance['changes'];
  count: number;
  /** Of the files the manifest lists, as they stand there; null: it cannot be read. */
  digest: string | null;
};

/** Why a manifest is not one that can be held against anything. */
class Unusable extends Error {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
  }
}

class ManifestReading {
  readonly #held: HeldFiles;
  readonly #scores: ManifestScores;
  readonly #changes: ManifestChanges | null;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #sums = new ManifestSums();
  readonly #members: Record<string, unknown> = {};
  readonly #differences: Finding[] = [];
  #listed = 0;
  #more = 0;
  #unusable: Finding | null = null;
  readonly #pieces = jsonPieces(LIST, {
    member: (key, value) => {
      this.#members[key] = value;
      if (key === 'schemaVersion') checkVersion(value);
    },
    element: (value) => this.#compare(checked(manifestFileSchema, value, `/${LIST}/${this.#listed}`)),
  });

  constructor(held: HeldFiles, scores: ManifestScores, changes: ManifestChanges | null) {
    this.#held = held;
    this.#scores = scores;
    this.#changes = changes;
  }

  push(bytes: Uint8Array): void {
    this.#attempt(() => this.#pieces.push(this.#decode(bytes)));
  }

  end(): Finding[] {
    this.#attempt(() => {
      this.#pieces.push(this.#decode());
      this.#pieces.end();
      const { digest, ruleSetVersion, redaction, redactions, formats } = checked(
        manifestSchema,
        { [LIST]: [], ...this.#members },
        '',
      );
      this.#scores.ruleSetVersion = ruleSetVersion;
      const found = this.#sums.end().digest;
      if (this.#changes) this.#changes.digest = found;
      if (found !== digest) this.#differences.unshift(finding('manifest_digest_mismatch', 'warning'));
      if (redaction || Object.keys(redactions).length > 0)
        this.#differences.unshift(finding('manifest_redacted', 'warning'));
      for (const name of this.#held.unlisted()) {
        this.#differ('manifest_file_unlisted', 'info', name);
        this.#change(name, 'added');
      }
      this.#compareFormats(formats ?? []);
    });
    if (this.#unusable) return [this.#unusable];
    if (this.#more === 0) return this.#differences;
    const params = { value: this.#more, limit: DIFFERENCES_LISTED };
    return [...this.#differences, finding('manifest_more_differences', 'warning', { params })];
  }

  #attempt(work: () => void): void {
    if (this.#unusable) return;
    try {
      work();
    } catch (error) {
      if (error instanceof Unusable) this.#unusable = error.finding;
      else if (error instanceof NotReadable) this.#unusable = finding('manifest_unreadable', 'warning');
      else throw error;
    }
  }

  #decode(bytes?: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new NotReadable();
    }
  }

  #compare(file: ManifestFile): void {
    this.#listed++;
    this.#sums.add(file);
    const name = file.path.normalize('NFC');
    if (file.score !== null) this.#scores.byFile.set(name, file.score);
    const found = this.#held.list(name);
    if (found === file.sha256) return;
    this.#differ(found === null ? 'manifest_file_missing' : 'manifest_file_changed', 'warning', name);
    this.#change(name, found === null ? 'removed' : 'changed', file.term);
  }

  /** Files that hold many definitions: those that were read, against what the manifest says of their format. */
  #compareFormats(formats: readonly ManifestFormat[]): void {
    if (!this.#changes) return;
    const listed = new Map(formats.flatMap(({ files }) => files.map(({ path, sha256 }) => [path, sha256])));
    for (const [name, sha256] of this.#changes.formatFiles)
      if (listed.get(name) !== sha256) this.#change(name, listed.has(name) ? 'changed' : 'added');
    for (const name of listed.keys()) if (!this.#held.has(name)) this.#change(name, 'removed');
  }

  #change(name: string, change: FileChange, term: string | null = null): void {
    if (!this.#changes) return;
    this.#changes.count++;
    if (this.#changes.changes.length >= MOST_CHANGES_TOLD) return;
    this.#changes.changes.push({ file: clip(name), change, term: term === null ? null : clip(term) });
  }

  #differ(code: ManifestCode, severity: Severity, name: string): void {
    if (this.#differences.length >= DIFFERENCES_LISTED) this.#more++;
    else
      this.#differences.push(
        finding(code, severity, { location: { file: clip(name) }, params: { entry: clip(name) } }),
      );
  }
}

function checkVersion(version: unknown): void {
  if (typeof version !== 'number' || version === MANIFEST_VERSION) return;
  const params = { value: version, limit: MANIFEST_VERSION };
  throw new Unusable(finding('manifest_version_unsupported', 'warning', { params }));
}

function checked<T>(schema: z.ZodType<T>, value: unknown, at: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const pointer = at + (parsed.error.issues[0]?.path ?? []).map((step) => `/${String(step)}`).join('');
  const location = { file: MANIFEST_NAME, pointer };
  throw new Unusable(finding('manifest_shape_invalid', 'warning', { location, params: { value: pointer || '/' } }));
}

function finding(code: ManifestCode, severity: Severity, more: Partial<Finding> = {}): Finding {
  return { code, severity, location: { file: MANIFEST_NAME }, ...more };
}
