import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** So many bytes stay in memory, unless told otherwise: what is behind them is mostly in the system's, which gives it up when it must. */
const IN_MEMORY = 1024 * 1024;

type Stored = { at: number; bytes: number };

/**
 * Runs of bytes that are put away one after the other and read in that order, as often as one likes. The first of them are in
 * memory, the rest in a file without a name, which is gone with the process whatever happens to it.
 */
export class ByteTape implements AsyncDisposable {
  readonly #inMemory: Uint8Array[] = [];
  readonly #stored: Stored[] = [];
  readonly #most: number;
  #bytes = 0;
  #file: Promise<FileHandle> | null = null;
  #isClosed = false;

  constructor(most = IN_MEMORY) {
    this.#most = most;
  }

  /** One at a time. */
  async add(run: Uint8Array): Promise<void> {
    if (this.#isClosed) throw new Error('Nothing is put away any more.');
    if (this.#stored.length === 0 && this.#bytes + run.byteLength <= this.#most) {
      this.#inMemory.push(run);
      this.#bytes += run.byteLength;
      return;
    }
    this.#file ??= openNameless();
    const last = this.#stored.at(-1);
    const at = last ? last.at + last.bytes : 0;
    await write(await this.#file, run, at);
    this.#stored.push({ at, bytes: run.byteLength });
  }

  /** Each in a buffer that begins with it, or as it was added. */
  async *runs(): AsyncGenerator<Uint8Array> {
    yield* this.#inMemory;
    const file = await this.#file;
    for (const { at, bytes } of this.#stored) {
      const run = new Uint8Array(bytes);
      const read = await file?.read(run, 0, bytes, at);
      if (read?.bytesRead !== bytes) throw new Error('What was put away is not there any more.');
      yield run;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    this.#inMemory.length = 0;
    const file = await this.#file?.catch(() => null);
    this.#file = null;
    await file?.close();
  }
}

async function write(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
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
