import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Where other people's real files are, for tests only; they are no part of this project. */
const FOLDER = resolve(process.env.LEXPORT_TEST_DATA ?? resolve(import.meta.dirname, '../../../shared/data'));

/** A real file, or null with a visible line when the folder is not there. */
export async function realFile(name: string): Promise<Uint8Array | null> {
  if (existsSync(FOLDER)) return readFile(resolve(FOLDER, name));
  console.warn(`Not tested: ${name} is not there (set LEXPORT_TEST_DATA to the folder with real files).`);
  return null;
}
