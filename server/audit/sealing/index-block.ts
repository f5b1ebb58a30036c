import type { Sql } from '#db/client.ts';
import { type EntryToSeal, insertAuditIndex } from '#db/queries/audit-blocks.ts';

/** Makes the entries of a block findable by words, names and kinds of action. An import says the same of each of its entries. */
export async function indexBlock(sql: Sql, block: number, entries: readonly EntryToSeal[]): Promise<void> {
  const texts = new Map<string, number[]>();
  const people = new Map<string, { actorId: string; name: string }>();
  const actions = new Set<string>();
  for (const { id, searchText, actorId, actorName, action } of entries) {
    const ids = texts.get(searchText);
    if (ids) ids.push(Number(id));
    else if (searchText !== '') texts.set(searchText, [Number(id)]);
    if (actorId !== null && actorName !== null) people.set(`${actorId} ${actorName}`, { actorId, name: actorName });
    actions.add(action);
  }
  await insertAuditIndex(sql, { block, texts, people, actions });
}
