import type { DefinitionContent } from '#domain/definition.ts';
import { relationCycles } from '#domain/relation-cycles.ts';
import { askedNames } from '#domain/validation/asked-names.ts';
import { type Found, lookAround } from '#domain/validation/look-around.ts';
import { normalise } from '#domain/validation/normalise.ts';
import type { Cycle, Neighbour, Surroundings } from '#domain/validation/surroundings.ts';
import { bandsOf, nestedKeys, textKeys } from '#domain/validation/text-keys.ts';
import type { Sql } from './client.ts';
import { type FoundRow, findByText, findNamed } from './queries/find-neighbours.ts';
import { reachableRelations } from './queries/reachable-relations.ts';

/** A stored definition as its neighbours see it. */
export function toNeighbour({ definition, ...row }: FoundRow): Neighbour {
  return { ...row, position: null, text: normalise(definition, row.term).lower };
}

type Subject = { id: string; content: DefinitionContent };

/**
 * What the organisation's other definitions say about these, each as it is or would be; a few statements for all of them
 * together.
 */
export async function surroundingsOf(
  sql: Sql,
  organisationId: string,
  subjects: readonly Subject[],
): Promise<Surroundings[]> {
  const bodies = subjects.map(({ content }) => normalise(content.definition, content.term));
  const names = new Set<string>();
  for (const [index, { content }] of subjects.entries())
    for (const name of askedNames(content, (bodies[index] as Body).lower)) names.add(name);
  const texts = bodies.map(({ lower }, number) => {
    return { number, alike: bandsOf(textKeys(lower)), within: nestedKeys(lower) };
  });
  const named = (await findNamed(sql, organisationId, [...names])).map(toNeighbour);
  const byText = await findByText(sql, organisationId, texts);
  const cycles = await storedCycles(sql, organisationId, subjects);
  const found: (Found & { resembling: Neighbour[]; within: Neighbour[] })[] = subjects.map(({ id }) => {
    return { named: named.filter((other) => other.id !== id), resembling: [], within: [] };
  });
  for (const { number, within, ...row } of byText)
    if (row.id !== subjects[number]?.id) found[number]?.[within ? 'within' : 'resembling'].push(toNeighbour(row));
  return subjects.map(({ id, content }, index) =>
    lookAround(content, bodies[index] as Body, found[index] as Found, cycles.get(id)),
  );
}

type Body = ReturnType<typeof normalise>;

/** So many definitions of a cycle are kept for its path. */
const STEPS = 9;

/** The cycles of relations that these definitions would be on, by id. */
async function storedCycles(
  sql: Sql,
  organisationId: string,
  subjects: readonly Subject[],
): Promise<Map<string, Cycle[]>> {
  const related = subjects.filter(({ content }) => content.relations.length > 0).map(({ id }) => id);
  const { links, terms } = await reachableRelations(sql, organisationId, related);
  const ids = [...terms.keys()];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const known = links.flatMap(({ from, to, type }) => {
    const [start, end] = [numbers.get(from), to === null ? undefined : numbers.get(to)];
    return start === undefined || end === undefined ? [] : [{ from: start, to: end, type }];
  });
  const cycles = new Map<string, Cycle[]>();
  for (const [node, { by, path }] of relationCycles(ids.length, known)) {
    const steps = path.first(STEPS).map((step) => {
      const id = ids[step] as string;
      return { id, position: null, term: terms.get(id) as string };
    });
    cycles.set(ids[node] as string, [{ by, steps }]);
  }
  return cycles;
}
