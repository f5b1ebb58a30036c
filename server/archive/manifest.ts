import { createHash } from 'node:crypto';
import type { Manifest, ManifestFile } from '#contract/manifest.ts';
import { type Part, shortPart } from './encode-parts.ts';

export const MANIFEST_NAME = 'manifest.json';
export const MANIFEST_VERSION = 1;

/** What a manifest says beside its files. */
export type ManifestFacts = Omit<Manifest, 'schemaVersion' | 'files' | 'totals' | 'digest'>;
type Sums = Pick<Manifest, 'totals' | 'digest'>;

/** Adds up the files of a manifest, in the order in which it lists them: totals, and one digest that stands for them all. */
export class ManifestSums {
  readonly #digest = createHash('sha256');
  readonly #totals = { files: 0, bytes: 0 };

  add({ path, sha256, bytes }: Pick<ManifestFile, 'path' | 'sha256' | 'bytes'>): void {
    this.#digest.update(`${path}\0${sha256}\n`);
    this.#totals.files++;
    this.#totals.bytes += bytes;
  }

  /** Once. */
  end(): Sums {
    return { totals: this.#totals, digest: this.#digest.digest('hex') };
  }
}

/** Files as a manifest lists them: a line each, so that two manifests can be compared line by line. */
export function encodeFiles(files: readonly ManifestFile[]): string {
  return files.map((file) => `    ${JSON.stringify(file)}`).join(',\n');
}

/**
 * `manifest.json` in parts, so that a hundred thousand files need not be in memory at once. `lists` are outcomes of `encodeFiles`,
 * together all files of the archive; `sums` is what `ManifestSums` says of the same files.
 */
export function manifestParts(facts: ManifestFacts, sums: Sums, lists: readonly Part[]): Part[] {
  const head = Object.entries({ schemaVersion: MANIFEST_VERSION, ...facts, ...sums });
  const lines = head.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const separator = shortPart(Buffer.from(',\n'));
  return [
    shortPart(Buffer.from(`{\n${lines.join(',\n')},\n  "files": [\n`)),
    ...lists.flatMap((list, index) => (index === 0 ? [list] : [separator, list])),
    shortPart(Buffer.from('\n  ]\n}\n')),
  ];
}
