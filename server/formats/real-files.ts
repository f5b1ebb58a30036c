import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Where other people's real files are, for tests only; they are no part of this project. */
const FOLDER = resolve(process.env.LEXPORT_TEST_DATA ?? resolve(import.meta.dirname, '../../../shared/data'));

/** Where a real file is, or null with a visible line when the folder is not there. */
export function realFilePath(name: string): string | null {
  if (existsSync(FOLDER)) return resolve(FOLDER, name);
  console.warn(`Not tested: ${name} is not there (set LEXPORT_TEST_DATA to the folder with real files).`);
  return null;
}

/** A real file, or null as above. */
export async function realFile(name: string): Promise<Uint8Array | null> {
  const path = realFilePath(name);
  return path === null ? null : readFile(path);
}
