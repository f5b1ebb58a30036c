import type { Sql } from '#db/client.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { readTermsOf } from '#db/queries/planned-items.ts';
import {
  findReplaced,
  findStagedNeighbours,
  readStagedRelations,
  type StagedNeighbour,
  type StagedRelations,
  type StagedSubject,
} from '#db/queries/staged-neighbours.ts';
import { surroundingsOf, toNeighbour } from '#db/surroundings-of.ts';
import { askedNames } from '#domain/validation/asked-names.ts';
import { lookAround, namesOfNeighbour } from '#domain/validation/look-around.ts';
import { normalise } from '#domain/validation/normalise.ts';
import type { Cycle, Neighbour, Surroundings } from '#domain/validation/surroundings.ts';
import { bandsOf, nestedKeys, openingOf, textKeys } from '#domain/validation/text-keys.ts';
import { MOST_OF_A_NAME, mentionCircles } from './mention-circles.ts';
import { ReferenceIndex } from './references.ts';

/** So many are looked up among what is stored in one statement. */
const STORED_AT_ONCE = 500;
/** Of what is kept under one key of a text so many are looked at: of a family of thousands that are written alike the first say enough. */
const MOST_OF_A_KEY = 64;
/** Of what resembles one text, so many are compared. */
const MOST_RESEMBLING = 12;

type Plan = { sql: Sql; job: Pick<JobRow, 'id' | 'organisationId' | 'clearance' | 'total'> };

/**
 * What is around items of a plan: the other items, and of the organisation's definitions those that the plan does not write
 * itself. Reads the plan once for all of them, and once for each step from what a text mentions to what that mentions. `circles`:
 * those of the plan's relations, see `referencesInPlan`.
 */
export async function surroundingsInPlan(
  { sql, job }: Plan,
  subjects: readonly StagedSubject[],
  circles: ReadonlyMap<number, Cycle>,
): Promise<Surroundings[]> {
  const around = await aroundInPlan({ sql, job }, subjects, circles);
  const stored: Surroundings[] = [];
  for (let start = 0; start < subjects.length; start += STORED_AT_ONCE)
    stored.push(...(await surroundingsOf(sql, job, subjects.slice(start, start + STORED_AT_ONCE))));
  const ids = stored.flatMap(({ named, alike, within, cycles }) => [
    ...[...named.values()].flat(),
    ...alike.map(({ other }) => other),
    ...within,
    ...cycles.flatMap(({ steps }) => steps),
  ]);
  const replaced = await findReplaced(sql, job.id, [...new Set(ids.flatMap(({ id }) => id ?? []))]);
  return subjects.map((_, index) => together(around[index] as Surroundings, stored[index] as Surroundings, replaced));
}

/** Relations of what is stored are followed with those of the plan; here only texts that mention each other count. */
function together(plan: Surroundings, stored: Surroundings, replaced: ReadonlySet<string>): Surroundings {
  const isThere = ({ id }: { id: string | null }) => id === null || !replaced.has(id);
  const named = new Map(plan.named);
  for (const [name, bearers] of stored.named) named.set(name, [...(named.get(name) ?? []), ...bearers.filter(isThere)]);
  const alike = [...plan.alike, ...stored.alike.filter(({ other }) => isThere(other))];
  const mentions = stored.cycles.filter(({ by, steps }) => by === 'mention' && steps.every(isThere));
  return {
    named,
    alike: alike.sort((a, b) => b.similarity - a.similarity),
    within: [...plan.within, ...stored.within.filter(isThere)],
    cycles: [...plan.cycles, ...mentions],
  };
}

async function aroundInPlan(
  { sql, job }: Plan,
  subjects: readonly StagedSubject[],
  circles: ReadonlyMap<number, Cycle>,
): Promise<Surroundings[]> {
  const mentioning = await mentionCircles({ sql, job }, subjects);
  const asking = subjects.map(({ position, content }) => {
    const body = normalise(content.definition, content.term);
    const names = askedNames(content, body.lower);
    return {
      position,
      content,
      body,
      names,
      alike: bandsOf(textKeys(body.lower).keys),
      within: nestedKeys(body.lower),
    };
  });
  const rows = await findStagedNeighbours(sql, job.id, {
    names: [...new Set(asking.flatMap(({ names }) => [...names]))],
    keys: [...new Set(asking.flatMap(({ alike, within }) => [...alike, ...within]))],
  });
  const indexes = indexed(rows);
  return asking.map(({ position, content, body, names, alike, within }) => {
    const others = (map: Map<string | number, Neighbour[]>, keys: Iterable<string | number>, most: number) =>
      [...keys].flatMap((key) => (map.get(key) ?? []).filter((one) => one.position !== position).slice(0, most));
    const found = {
      named: [...new Set(others(indexes.byName, names, MOST_OF_A_NAME))],
      resembling: mostShared(others(indexes.byBand, alike, MOST_OF_A_KEY)),
      within: [...new Set(others(indexes.byOpening, within, MOST_RESEMBLING))],
    };
    const cycles = [circles.get(position) ?? [], mentioning.get(position) ?? []].flat();
    return lookAround(content, body, found, cycles, names);
  });
}

function indexed(rows: readonly StagedNeighbour[]) {
  const byName = new Map<string | number, Neighbour[]>();
  const byBand = new Map<string | number, Neighbour[]>();
  const byOpening = new Map<string | number, Neighbour[]>();
  const add = (map: Map<string | number, Neighbour[]>, key: string | number, neighbour: Neighbour) => {
    const known = map.get(key);
    if (known) known.push(neighbour);
    else map.set(key, [neighbour]);
  };
  for (const { textKeys: keys, ...row } of rows) {
    const neighbour = toNeighbour(row);
    for (const name of namesOfNeighbour(neighbour)) add(byName, name, neighbour);
    for (const band of bandsOf(keys)) add(byBand, band, neighbour);
    const opening = openingOf(keys);
    if (opening !== null) add(byOpening, opening, neighbour);
  }
  return { byName, byBand, byOpening };
}

/** Those that share most of their keys, the first in the upload first. */
function mostShared(others: readonly Neighbour[]): Neighbour[] {
  const shared = new Map<Neighbour, number>();
  for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
  return [...shared]
    .sort(([one, a], [other, b]) => b - a || (one.position ?? 0) - (other.position ?? 0))
    .slice(0, MOST_RESEMBLING)
    .map(([other]) => other);
}

/** The links between the items of a plan, as if all of it were written, and the items that have any. */
export async function referencesInPlan({
  sql,
  job,
}: Plan): Promise<{ index: ReferenceIndex; referring: readonly StagedRelations[] }> {
  const referring = await readStagedRelations(sql, job.id);
  const index = new ReferenceIndex();
  if (referring.length === 0) return { index, referring };
  for (const { position, definitionId, term, relations, classification } of referring)
    index.add(position, definitionId, term, relations, classification);
  const known = new Set(referring.map(({ position }) => position));
  const targets = referring.flatMap(({ relations }) =>
    relations.flatMap(({ targetTerm }) => targetTerm?.toLowerCase() ?? []),
  );
  for (const { position, definitionId, term } of await readTermsOf(sql, job.id, [...new Set(targets)]))
    if (!known.has(position)) index.add(position, definitionId, term, [], 'openbaar');
  return { index, referring };
}
