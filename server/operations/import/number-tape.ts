import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** So many bytes stay in memory: what an import of ten thousand needs. */
const IN_MEMORY = 4 * 1024 * 1024;

type Stored = { at: number; bytes: number };

/**
 * Runs of whole numbers of 32 bits that are put away one after the other and read in that order, as often as one likes. The first
 * few megabytes are in memory, the rest in a file without a name, which is gone with the process whatever happens to it.
 */
export class NumberTape implements AsyncDisposable {
  readonly #inMemory: Int32Array[] = [];
  readonly #stored: Stored[] = [];
  readonly #most: number;
  #bytes = 0;
  #file: Promise<FileHandle> | null = null;
  #isClosed = false;

  constructor(most = IN_MEMORY) {
    this.#most = most;
  }

  /** One at a time. */
  async add(run: Int32Array): Promise<void> {
    if (this.#stored.length === 0 && this.#bytes + run.byteLength <= this.#most) {
      this.#inMemory.push(run);
      this.#bytes += run.byteLength;
      return;
    }
    if (this.#isClosed) throw new Error('Nothing is put away any more.');
    this.#file ??= openNameless();
    const last = this.#stored.at(-1);
    const at = last ? last.at + last.bytes : 0;
    await write(await this.#file, Buffer.from(run.buffer, run.byteOffset, run.byteLength), at);
    this.#stored.push({ at, bytes: run.byteLength });
  }

  async *runs(): AsyncGenerator<Int32Array> {
    yield* this.#inMemory;
    const file = await this.#file;
    for (const { at, bytes } of this.#stored) {
      const run = new Int32Array(bytes / Int32Array.BYTES_PER_ELEMENT);
      const read = await file?.read(run, 0, bytes, at);
      if (read?.bytesRead !== bytes) throw new Error('What was put away is not there any more.');
      yield run;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    const file = await this.#file?.catch(() => null);
    await file?.close();
  }
}

async function write(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `lexport-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  // Some systems keep a file under its name for as long as it is open; they clear their temporary folder themselves.
  await unlink(path).catch(() => {});
  return file;
}
