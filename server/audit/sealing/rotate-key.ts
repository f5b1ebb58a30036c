import { inTransaction } from '#db/client.ts';
import { insertAuditKey, listAuditKeys, readAuditHead } from '#db/queries/audit-blocks.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { NOTHING_BEFORE } from '#server/seal/hashing.ts';
import { endorsementMessage, type SealingKey } from '#server/seal/keys.ts';
import type { Services } from '#server/services.ts';
import { readKeyFile, takeNextKey, writeNextKey } from './key-file.ts';

/** The private key here is not the one in use, so that it cannot vouch for another. */
export class NotTheKeyInUse extends Error {
  override name = 'NotTheKeyInUse';
}

type Rotation = Pick<Services, 'pool' | 'config'>;

/**
 * Has a new key take the place of the one in use, which vouches for it; what was sealed stays as it is, and the old public key is
 * kept. `lost`: nobody has the old one any more, and nothing vouches for the new one but whoever runs this. The old private key
 * is gone afterwards. Processors go on with the new one at once.
 * @throws NotTheKeyInUse
 */
export async function rotateKey({ pool, config }: Rotation, { lost }: { lost: boolean }): Promise<SealingKey> {
  const key = await inTransaction(pool, async (sql) => {
    const inUse = (await listAuditKeys(sql)).at(-1);
    const old = lost ? null : readKeyFile(config);
    if (!lost && (!old || (inUse && old.id !== inUse.id))) throw new NotTheKeyInUse();
    const head = await readAuditHead(sql);
    const next = writeNextKey(config);
    const row = {
      number: (inUse?.number ?? 0) + 1,
      publicKey: next.publicKey,
      headNumber: head?.number ?? 0,
      headHash: head?.hash ?? NOTHING_BEFORE,
    };
    const endorsement = inUse && old ? old.sign(endorsementMessage(row)) : null;
    await insertAuditKey(sql, { ...row, id: next.id, endorsement });
    await insertAuditEntries(sql, { id: null, name: null, role: null, organisationId: null }, [
      {
        action: lost ? 'audit.key_replaced' : 'audit.key_rotated',
        subjectType: 'audit_key',
        subjectId: next.id,
        details: { before: inUse?.id ?? null, head: row.headNumber },
      },
    ]);
    return next;
  });
  // Interrupted before this, whoever seals next does it.
  takeNextKey(config, key.id);
  return key;
}
