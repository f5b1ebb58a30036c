import { inTransaction, type Sql } from '#db/client.ts';
import {
  insertAuditBlock,
  listAuditBlocks,
  listEntriesToSeal,
  lockSealing,
  readAuditHead,
  readClock,
  tellSealing,
} from '#db/queries/audit-blocks.ts';
import type { Services } from '#server/services.ts';
import { recallHead, rememberHead } from './head-memory.ts';
import { indexBlock } from './index-block.ts';
import { makeBlock } from './make-block.ts';
import { keyInUse } from './signing-key.ts';

/** Entries of a block; so many make one at once, fewer when they have waited long enough. */
export const BLOCK_ENTRIES = 1024;

/** Why nothing can be sealed: the key is not the one in use, or blocks that this installation remembers are not there. */
export type SealingProblem = 'no_key' | 'other_key' | 'truncated';

/** `waiting`: what there is may still become a larger block; `elsewhere`: another processor is at it. */
export type Sealed = { sealed: number } | 'waiting' | 'elsewhere' | SealingProblem;

type Options = { upTo: number; waitSeconds: number };

/** Seals one block of the entries up to `upTo`, in one transaction. Writers are not held up. */
export async function sealBlock(
  { pool, config }: Pick<Services, 'pool' | 'config'>,
  options: Options,
): Promise<Sealed> {
  const result = await inTransaction(pool, async (sql) => {
    if (!(await lockSealing(sql))) return 'elsewhere';
    const head = await readAuditHead(sql);
    if (!(await isAsRemembered(sql, config, head?.number ?? 0))) return tell(sql, 'truncated');
    const entries = await listEntriesToSeal(sql, {
      afterId: head?.lastId ?? 0,
      upTo: options.upTo,
      limit: BLOCK_ENTRIES,
    });
    const [oldest] = entries;
    if (!oldest || (entries.length < BLOCK_ENTRIES && oldest.ageSeconds < options.waitSeconds)) return 'waiting';
    const key = await keyInUse(sql, config);
    if (typeof key === 'string') return tell(sql, key);
    const block = makeBlock(head, entries, { key, sealedAt: await readClock(sql) });
    await insertAuditBlock(sql, block);
    await indexBlock(sql, block.number, entries);
    await tellSealing(sql, null);
    return block;
  });
  if (typeof result === 'string') return result;
  rememberHead(config, { number: result.number, hash: result.hash.toString('hex') });
  return { sealed: result.entries };
}

async function tell(sql: Sql, problem: SealingProblem): Promise<SealingProblem> {
  await tellSealing(sql, problem);
  return problem;
}

/** Going on behind a chain that was cut off would hide that it was. */
async function isAsRemembered(sql: Sql, config: Services['config'], number: number): Promise<boolean> {
  const head = recallHead(config);
  if (head === null) return true;
  if (head.number > number) return false;
  const [block] = await listAuditBlocks(sql, head.number, 1);
  return block?.number === head.number && block.hash.toString('hex') === head.hash;
}
