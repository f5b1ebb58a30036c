import { inTransaction, type Sql } from '#db/client.ts';
import { insertAuditKey, listAuditKeys, waitForSealing } from '#db/queries/audit-blocks.ts';
import { NOTHING_BEFORE } from '#server/seal/hashing.ts';
import type { SealingKey } from '#server/seal/keys.ts';
import type { Services } from '#server/services.ts';
import { createKeyFile, readKeyFile, takeNextKey } from './key-file.ts';

/** The private key that belongs to the public key in use. The first key is made here; another one comes by `npm run audit-key`. */
export async function keyInUse(sql: Sql, config: Services['config']): Promise<SealingKey | 'no_key' | 'other_key'> {
  const inUse = (await listAuditKeys(sql)).at(-1);
  if (!inUse) {
    const first = readKeyFile(config) ?? (config.auditKeyFile === undefined ? createKeyFile(config) : null);
    if (!first) return 'no_key';
    const { id, publicKey } = first;
    await insertAuditKey(sql, { number: 1, id, publicKey, headNumber: 0, headHash: NOTHING_BEFORE, endorsement: null });
    return first;
  }
  const key = readKeyFile(config);
  if (key?.id === inUse.id) return key;
  // A rotation that was interrupted after the database had it.
  return takeNextKey(config, inUse.id) ?? (key ? 'other_key' : 'no_key');
}

/**
 * The key this installation signs with what it hands out, which is the one that seals its audit trail: what is signed begins with
 * what it is, so that nothing of one kind passes for another. Null: it is not on this machine.
 */
export async function signingKey({ pool, config }: Pick<Services, 'pool' | 'config'>): Promise<SealingKey | null> {
  const key = await inTransaction(pool, async (sql) => {
    if ((await listAuditKeys(sql)).length === 0) await waitForSealing(sql);
    return keyInUse(sql, config);
  });
  return typeof key === 'string' ? null : key;
}
