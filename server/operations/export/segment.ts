import type { ManifestFile } from '#contract/manifest.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import type { DefinitionFileMeta } from '#domain/definition-file.ts';
import { deflatePart, type Part } from '#server/archive/encode-parts.ts';
import { encodeInThread } from '#server/archive/encode-thread.ts';
import { encodeFiles } from '#server/archive/manifest.ts';
import { PackedTexts } from '#server/archive/packed-texts.ts';
import { readAt } from '#server/archive/read-at.ts';
import type { Segment } from '#server/archive/write-archive.ts';
import type { EntryRecord } from '#server/archive/write-segment.ts';
import { definitionToJson } from '#server/formats/definition-to-json.ts';
import type { Work } from '#server/operations/operation.ts';
import type { Storage } from '#server/storage/storage.ts';
import { fileName } from './file-name.ts';

/**
 * A rendered chunk, waiting in the file storage for the archive it becomes part of: a piece of the archive up to `dataBytes`, its
 * entries up to `entriesEnd`, up to `listEnd` the same files as the manifest lists them, and that list deflated up to `bytes`. Only
 * this much of it goes into the database: for a large export the rest is tens of megabytes.
 */
export type StoredSegment = { key: string; dataBytes: number; entriesEnd: number; listEnd: number; bytes: number };

/** The definitions of one chunk as they become a piece of the archive: each is text as soon as it is added, and nothing else is kept of it. */
export class SegmentDraft {
  readonly #texts = new PackedTexts();
  /** What the manifest says of each, up to what is known when it is encoded. */
  readonly #listed: ((sha256: string, bytes: number) => ManifestFile)[] = [];

  /** `score` as it was given to the version that is exported. */
  add(content: DefinitionContent, meta: DefinitionFileMeta, score: number | null): void {
    const path = fileName(content.term, meta.id);
    this.#texts.add(path, definitionToJson(content, meta));
    const { term, caseReferences, classification } = content;
    const dependencies = content.relations.map(({ targetId, targetTerm }) => targetId ?? targetTerm ?? '');
    const contentHash = `sha256:${meta.contentHash}`;
    this.#listed.push((sha256, bytes) => ({
      path,
      definitionId: meta.id,
      version: meta.version,
      contentHash,
      sha256,
      bytes,
      mediaType: 'application/json',
      term,
      dependencies,
      score,
      caseReferences,
      classification,
    }));
  }

  /** Puts the piece away; each attempt under a key of its own. Once. */
  async store({ job, storage }: Work, number: number): Promise<StoredSegment> {
    const { data, entries } = await encodeInThread(this.#texts);
    const files = entries.map(({ sha256, size }, index) => this.#listed[index]?.(sha256, size) as ManifestFile);
    const list = Buffer.from(encodeFiles(files));
    const deflated = await deflatePart(list);
    const index = Buffer.from(JSON.stringify(entries));
    const key = `jobs/${job.id}/segments/${number}-${uuidV7()}`;
    const { size } = await storage.write(key, inTurn(data, index, list, deflated));
    const entriesEnd = data.length + index.length;
    return { key, dataBytes: data.length, entriesEnd, listEnd: entriesEnd + list.length, bytes: size };
  }
}

/** Up to so many bytes a piece is read at once with its entries: opening a file again takes longer than that. */
const AT_ONCE = 2 * 1024 * 1024;

/** The piece of the archive itself, and its entries in its order. */
export async function readSegment(storage: Storage, segment: StoredSegment): Promise<Segment> {
  const { key, dataBytes, entriesEnd } = segment;
  const isSmall = entriesEnd <= AT_ONCE;
  const bytes = await readBytes(storage, key, isSmall ? 0 : dataBytes, entriesEnd);
  const entries: EntryRecord[] = JSON.parse(bytes.subarray(isSmall ? dataBytes : 0).toString());
  return {
    data: isSmall ? bytes.subarray(0, dataBytes) : storage.read(key, { start: 0, end: dataBytes - 1 }),
    entries,
  };
}

/** Straight into the one buffer: what streams pass on is thrown away, as much again as there is to read. */
async function readBytes(storage: Storage, key: string, start: number, end: number): Promise<Buffer> {
  const file = await storage.open(key);
  try {
    return await readAt(file, start, end - start);
  } finally {
    await file.close();
  }
}

/** The part of the manifest that lists the same files. */
export function listOf(storage: Storage, { key, entriesEnd, listEnd, bytes }: StoredSegment): Part {
  return {
    read: () => storage.read(key, { start: entriesEnd, end: listEnd - 1 }),
    readDeflated: () => storage.read(key, { start: listEnd, end: bytes - 1 }),
    deflatedSize: bytes - listEnd,
  };
}

async function* inTurn(...parts: Buffer[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}
