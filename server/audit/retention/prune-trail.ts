import { inTransaction } from '#db/client.ts';
import { listAuditKeys, lockSealing, readAuditBlock, readClock } from '#db/queries/audit-blocks.ts';
import { countExpired, forgetAuditPeople, nextExpired, pruneEntries } from '#db/queries/audit-prunings.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { LEAST_YEARS, type Retention, yearsOf } from '#domain/audit-retention.ts';
import { readKeyFile } from '#server/audit/sealing/key-file.ts';
import { NotTheKeyInUse } from '#server/audit/sealing/rotate-key.ts';
import { canonicalJson, parseExactly } from '#server/seal/canonical-json.ts';
import { pruningMessage } from '#server/seal/keys.ts';
import type { Services } from '#server/services.ts';

type Pruning = Pick<Services, 'pool' | 'config'>;

/** What would go now, by kind; changes nothing. */
export function previewPruning({ pool, config }: Pruning) {
  return countExpired(pool, { years: config.auditRetention, otherwise: LEAST_YEARS });
}

/**
 * Takes out what is past its time, block after block: who went and why is signed, header, root and hashes stay, so that a
 * verification still holds for all the rest. Answers how many entries went. @throws NotTheKeyInUse
 */
export async function pruneTrail(services: Pruning, reason: string): Promise<number> {
  let gone = 0;
  for (let from = 1; ; ) {
    const step = await pruneBlock(services, reason, from);
    if (step === null) break;
    gone += step.entries;
    from = step.block + 1;
  }
  if (gone > 0) await forgetAuditPeople(services.pool);
  return gone;
}

function pruneBlock({ pool, config }: Pruning, reason: string, from: number) {
  return inTransaction(pool, async (sql) => {
    const key = readKeyFile(config);
    if (!key || (await listAuditKeys(sql)).at(-1)?.id !== key.id) throw new NotTheKeyInUse();
    // Not while blocks are added: whoever seals tries again in a second.
    await lockSealing(sql);
    const expired = await nextExpired(sql, { years: config.auditRetention, otherwise: LEAST_YEARS }, from);
    const block = expired ? await readAuditBlock(sql, expired.block) : null;
    if (!expired || !block) return null;
    const years: Retention = Object.fromEntries(
      expired.kinds.map((kind) => [kind, yearsOf(kind, config.auditRetention)]),
    );
    const prunedAt = await readClock(sql);
    const { ids } = expired;
    const said = { block: block.number, ids, reason, prunedAt };
    const signature = key.sign(
      pruningMessage({
        ...said,
        years: canonicalJson(parseExactly(JSON.stringify(years))),
        blockHash: block.hash.toString('hex'),
      }),
    );
    await pruneEntries(sql, { ...said, years, keyId: key.id, signature });
    await insertAuditEntries(sql, { id: null, name: null, role: null, organisationId: null }, [
      {
        action: 'audit.pruned',
        subjectType: 'audit',
        reason,
        details: { block: block.number, entries: ids.length, years },
      },
    ]);
    return { block: block.number, entries: ids.length };
  });
}
