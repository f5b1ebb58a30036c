import { createHash, hash } from 'node:crypto';
import { exportedFormat } from '#domain/export-formats.ts';
import type { EntryContents } from '#server/archive/archive-entry.ts';
import type { ManifestChanges } from '#server/archive/check-manifest.ts';
import { type FileNames, HeldFiles } from '#server/archive/held-files.ts';
import { MANIFEST_NAME } from '#server/archive/manifest.ts';
import type { Reckoned } from '#server/provenance/compare-with.ts';

/** What the files of an archive hash to, for its manifest and for its signature. `names` are those of all its files. */
export class ArchiveHashes {
  readonly held: HeldFiles;
  readonly changes: ManifestChanges;
  readonly #formatFiles = new Map<string, string>();
  readonly #files = new Map<string, string>();
  readonly #indexFiles = new Map<string, string>();

  constructor(names: FileNames) {
    this.held = new HeldFiles(names);
    this.changes = { formatFiles: this.#formatFiles, changes: [], count: 0, digest: null };
  }

  add({ name, index, bytes }: EntryContents): void {
    // The manifest lists those of its own definitions; files that hold many of them under their format.
    if (exportedFormat(name) === null) this.held.hold(index, hash('sha256', bytes, 'buffer'));
    else this.#formatFiles.set(name, hash('sha256', bytes));
  }

  /** A file that is signed by itself, or is not. */
  addSigned({ name, bytes }: Pick<EntryContents, 'name' | 'bytes'>): void {
    this.#files.set(name, hash('sha256', bytes));
  }

  /** The same contents, hashed on the way. */
  async *indexFile(name: string, contents: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const sum = createHash('sha256');
    for await (const bytes of contents) {
      sum.update(bytes);
      yield bytes;
    }
    this.#indexFiles.set(name, sum.digest('hex'));
  }

  get reckoned(): Reckoned {
    const { changes, count, digest } = this.changes;
    return {
      manifest: this.#indexFiles.get(MANIFEST_NAME) ?? null,
      report: this.#indexFiles.get('report.json') ?? null,
      digest,
      hasFormats: this.#formatFiles.size > 0,
      changes,
      changeCount: count,
      files: this.#files,
    };
  }
}
