import { TextDecoder } from 'node:util';
import type { z } from 'zod';
import { type ManifestFile, manifestFileSchema, manifestSchema } from '#contract/manifest.ts';
import type { ManifestCode } from '#domain/archive-finding-texts.ts';
import { clip, type Finding, type Severity } from '#domain/finding.ts';
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
): Promise<Finding[]> {
  const reading = new ManifestReading(held, scores);
  for await (const bytes of contents) reading.push(bytes);
  return reading.end();
}

/** What a manifest says of the quality of its files, by their names, and by which rules; filled in while it is read. */
export type ManifestScores = { ruleSetVersion: string | null; byFile: Map<string, number> };

export function noScores(): ManifestScores {
  return { ruleSetVersion: null, byFile: new Map() };
}

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

  constructor(held: HeldFiles, scores: ManifestScores) {
    this.#held = held;
    this.#scores = scores;
  }

  push(bytes: Uint8Array): void {
    this.#attempt(() => this.#pieces.push(this.#decode(bytes)));
  }

  end(): Finding[] {
    this.#attempt(() => {
      this.#pieces.push(this.#decode());
      this.#pieces.end();
      const { digest, ruleSetVersion, redaction, redactions } = checked(
        manifestSchema,
        { [LIST]: [], ...this.#members },
        '',
      );
      this.#scores.ruleSetVersion = ruleSetVersion;
      if (this.#sums.end().digest !== digest) this.#differences.unshift(finding('manifest_digest_mismatch', 'warning'));
      if (redaction || Object.keys(redactions).length > 0)
        this.#differences.unshift(finding('manifest_redacted', 'warning'));
      for (const name of this.#held.unlisted()) this.#differ('manifest_file_unlisted', 'info', name);
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
    if (found === null) this.#differ('manifest_file_missing', 'warning', name);
    else if (found !== file.sha256) this.#differ('manifest_file_changed', 'warning', name);
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
