import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Storage } from './storage.ts';

/** Bytes gathered before a write to disk; archives arrive in many small pieces. */
const WRITE_BLOCK = 256 * 1024;

/** Files under one folder, shared by all processes of a machine (or of several, when the folder is). */
export function diskStorage(root: string): Storage {
  const base = resolve(root);
  const pathOf = (key: string) => {
    const path = resolve(base, key);
    if (!path.startsWith(base + sep)) throw new Error(`Storage key outside the storage: ${key}`);
    return path;
  };
  return {
    async write(key, source) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      const temporary = `${path}.${randomUUID()}.part`;
      const file = await open(temporary, 'wx', 0o600);
      try {
        const hash = createHash('sha256');
        let size = 0;
        let pending: Uint8Array[] = [];
        let pendingBytes = 0;
        const flush = async () => {
          if (pendingBytes === 0) return;
          const block = pending.length === 1 ? (pending[0] as Uint8Array) : Buffer.concat(pending, pendingBytes);
          hash.update(block);
          await file.appendFile(block);
          size += pendingBytes;
          pending = [];
          pendingBytes = 0;
        };
        for await (const bytes of source) {
          pending.push(bytes);
          pendingBytes += bytes.length;
          if (pendingBytes >= WRITE_BLOCK) await flush();
        }
        await flush();
        await file.sync();
        await file.close();
        await rename(temporary, path);
        return { size, sha256: hash.digest('hex') };
      } catch (error) {
        await file.close().catch(() => {});
        await unlink(temporary).catch(() => {});
        throw error;
      }
    },
    read: (key, range) => createReadStream(pathOf(key), range),
    open: (key) => open(pathOf(key), 'r'),
    remove: (key) => rm(pathOf(key), { force: true }),
    removeAll: (prefix) => rm(pathOf(prefix), { recursive: true, force: true }),
    async *list(prefix, before) {
      const folder = pathOf(prefix);
      const entries = await opendir(folder, { recursive: true }).catch(absent);
      if (!entries) return;
      for await (const entry of entries) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        // It may have gone since it was listed.
        const written = await stat(path).catch(absent);
        if (written && written.mtime < before) yield relative(base, path).split(sep).join('/');
      }
    },
    async check() {
      await mkdir(base, { recursive: true });
      const probe = join(base, `.${randomUUID()}.part`);
      const file = await open(probe, 'wx', 0o600);
      await file.close();
      await unlink(probe);
    },
  };
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
