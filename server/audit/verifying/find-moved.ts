import type { Sql } from '#db/client.ts';
import { type AuditBlockRow, readAuditBlock } from '#db/queries/audit-blocks.ts';
import { listEntriesById } from '#db/queries/audit-verifications.ts';
import type { Difference } from '#domain/audit-verification.ts';
import { hashEntry } from '#server/seal/sealed-entry.ts';
import { leavesOf } from './check-block.ts';

/** With more of them than this, nobody reads which of them only changed places. */
const MOST = 200;

const LOST = ['entry_removed', 'entry_changed'];
const FOREIGN = ['entry_added', 'entry_changed'];

/** Says of entries that are not where they were sealed that they lie elsewhere now, where that is all that happened to them. */
export async function findMoved(sql: Sql, differences: readonly Difference[]): Promise<Difference[]> {
  const lost = differences.filter(({ kind }) => LOST.includes(kind));
  const foreign = differences.filter(({ kind }) => FOREIGN.includes(kind));
  if (lost.length === 0 || foreign.length === 0 || lost.length > MOST || foreign.length > MOST) return [...differences];
  const entries = await listEntriesById(
    sql,
    foreign.map(({ entryId }) => entryId as number),
  );
  const blocks = new Map<number, AuditBlockRow | null>();
  const movedTo = new Map<number, number>();
  for (const { block: number, entryId } of lost) {
    if (!blocks.has(number)) blocks.set(number, await readAuditBlock(sql, number));
    const block = blocks.get(number);
    const place = block?.ids.indexOf(entryId as number) ?? -1;
    if (!block || place < 0) continue;
    const leaf = leavesOf(block)[place] as Buffer;
    const now = entries.find((entry) => hashEntry(block.seed, { ...entry, id: String(entryId) }).equals(leaf));
    if (now) movedTo.set(entryId as number, Number(now.id));
  }
  return told(differences, movedTo);
}

/** The place something was moved to is not a difference of its own, unless something else was sealed there. */
function told(differences: readonly Difference[], movedTo: ReadonlyMap<number, number>): Difference[] {
  const taken = new Set(movedTo.values());
  return differences.flatMap((difference): Difference[] => {
    const { kind, entryId } = difference;
    const to = entryId === null ? undefined : movedTo.get(entryId);
    if (to !== undefined && LOST.includes(kind)) return [{ ...difference, kind: 'entry_moved', to }];
    return kind === 'entry_added' && taken.has(entryId as number) ? [] : [difference];
  });
}
