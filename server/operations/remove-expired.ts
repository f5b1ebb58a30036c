import type { HeldFile } from '#db/queries/redacted-traces.ts';
import type { Work } from './operation.ts';

/** Takes files that a job let expire out of the storage: the bytes first, so that a crash in between leaves something to find. */
export async function removeExpired(
  { pool, storage }: Work,
  files: readonly { table: HeldFile['table']; key: string }[],
): Promise<void> {
  for (const { table, key } of files) {
    await storage.remove(key);
    await pool.query(`UPDATE ${table} SET storage_key = '' WHERE storage_key = $1`, [key]);
  }
}
