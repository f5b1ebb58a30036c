import type { Own } from '#domain/clearance.ts';
import type { Classification, DefinitionContent } from '#domain/definition.ts';
import { relationCycles } from '#domain/relation-cycles.ts';
import { askedNames } from '#domain/validation/asked-names.ts';
import { type Found, lookAround, namesOfNeighbour } from '#domain/validation/look-around.ts';
import { normalise } from '#domain/validation/normalise.ts';
import { type Cycle, MOST_CYCLE_STEPS, type Neighbour, type Surroundings } from '#domain/validation/surroundings.ts';
import { bandsOf, nestedKeys, textKeys } from '#domain/validation/text-keys.ts';
import type { Sql } from './client.ts';
import { type FoundRow, findByText, findNamed } from './queries/find-neighbours.ts';
import { reachableRelations } from './queries/reachable-relations.ts';
import { bitsOf } from './row-image.ts';

/** A definition as its neighbours see it, stored or at a position of an upload. */
export function toNeighbour({ definition, ...row }: Omit<FoundRow, 'id'> & Partial<Placed>): Neighbour {
  return { id: null, position: null, ...row, text: normalise(definition, row.term).lower };
}
type Placed = Pick<Neighbour, 'id' | 'position'>;

type Subject = { id: string; content: DefinitionContent };

/**
 * What the organisation's other definitions say about these, each as it is or would be, as far as `own` may see them and none that
 * is classified higher than the one it is about; a few statements for all of them together.
 */
export async function surroundingsOf(sql: Sql, own: Own, subjects: readonly Subject[]): Promise<Surroundings[]> {
  const bodies = subjects.map(({ content }) => normalise(content.definition, content.term));
  const asked = subjects.map(({ content }, index) => askedNames(content, (bodies[index] as Body).lower));
  const texts = bodies.map(({ lower }, number) => {
    const { keys, sketch } = textKeys(lower);
    return { number, alike: bandsOf(keys), within: nestedKeys(lower), sketch: bitsOf(sketch) };
  });
  const names = new Set(asked.flatMap((own) => [...own]));
  const bearersOf = byName((await findNamed(sql, own, [...names])).map(toNeighbour));
  const byText = await findByText(sql, own, texts);
  const cycles = await storedCycles(sql, own, subjects);
  const found: (Found & { resembling: Neighbour[]; within: Neighbour[] })[] = subjects.map(({ id }, index) => {
    const named = bearersOf(asked[index] as Set<string>).filter((other) => other.id !== id);
    return { named, resembling: [], within: [] };
  });
  for (const { number, within, ...row } of byText)
    if (row.id !== subjects[number]?.id) found[number]?.[within ? 'within' : 'resembling'].push(toNeighbour(row));
  return subjects.map(({ id, content }, index) =>
    lookAround(content, bodies[index] as Body, found[index] as Found, cycles.get(id), asked[index]),
  );
}

/** Answers which of these have one of some names, in the order given: each text is compared with the few it asks for. */
function byName(neighbours: readonly Neighbour[]): (asked: ReadonlySet<string>) => Neighbour[] {
  const numbers = new Map<string, number[]>();
  for (const [number, neighbour] of neighbours.entries())
    for (const name of namesOfNeighbour(neighbour)) {
      const known = numbers.get(name);
      if (known) known.push(number);
      else numbers.set(name, [number]);
    }
  return (asked) => {
    const found = new Set([...asked].flatMap((name) => numbers.get(name) ?? []));
    return [...found].sort((a, b) => a - b).map((number) => neighbours[number] as Neighbour);
  };
}

type Body = ReturnType<typeof normalise>;

/** The cycles of relations that these definitions would be on, by id. */
async function storedCycles(sql: Sql, own: Own, subjects: readonly Subject[]): Promise<Map<string, Cycle[]>> {
  const related = subjects.filter(({ content }) => content.relations.length > 0).map(({ id }) => id);
  const { links, terms, classifications } = await reachableRelations(sql, own, related);
  const ids = [...terms.keys()];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const known = links.flatMap(({ from, to, type }) => {
    const [start, end] = [numbers.get(from), to === null ? undefined : numbers.get(to)];
    return start === undefined || end === undefined ? [] : [{ from: start, to: end, type }];
  });
  const cycles = new Map<string, Cycle[]>();
  for (const [node, { by, path }] of relationCycles(ids.length, known)) {
    const steps = path.first(MOST_CYCLE_STEPS).map((step) => {
      const id = ids[step] as string;
      return {
        id,
        position: null,
        term: terms.get(id) as string,
        classification: classifications.get(id) as Classification,
      };
    });
    cycles.set(ids[node] as string, [{ by, steps }]);
  }
  return cycles;
}
