import type { Sql } from '#db/client.ts';
import { findStagedNeighbours, type StagedSubject } from '#db/queries/staged-neighbours.ts';
import { toNeighbour } from '#db/surroundings-of.ts';
import { cyclesOf } from '#domain/cycles.ts';
import { mentionsIn, namesOf } from '#domain/validation/asked-names.ts';
import { namesOfNeighbour, shareContext } from '#domain/validation/look-around.ts';
import { type Cycle, MOST_CYCLE_STEPS, type Neighbour } from '#domain/validation/surroundings.ts';
import { indexOfWord } from '#domain/validation/words.ts';

/** Of what has one name, so many are looked at. */
export const MOST_OF_A_NAME = 6;
/** What mentions more than this, and that again, is no circle of a few texts. */
const MOST_TEXTS = 5000;

/** A cycle of more than two, when each of them does mention the next; two that mention each other are found by their texts. */
export function mentionCycle(steps: readonly Neighbour[], isWhole: boolean): Cycle[] {
  if (steps.length < 3) return [];
  const isMentioned = steps.every((step, index) => {
    // Of a cycle that is longer than its path only the path is known.
    const next = steps[index + 1] ?? (isWhole ? steps[0] : undefined);
    return !next || (shareContext(step, next) && namesOf(next).some((name) => indexOfWord(step.text, name) >= 0));
  });
  return isMentioned ? [{ by: 'mention', steps }] : [];
}

type Plan = { sql: Sql; job: { id: string } };

/**
 * The circles of texts in a plan, each mentioning the next one's term, that these items are on, by position. Goes from what they
 * mention to what that mentions; reads the plan once for each step.
 */
export async function mentionCircles(
  { sql, job }: Plan,
  subjects: readonly StagedSubject[],
): Promise<Map<number, Cycle>> {
  const web = new Web();
  for (const { position, id, content } of subjects) web.add(toNeighbour({ ...content, id, position }));
  for (let step = 0; step < MOST_CYCLE_STEPS && web.size < MOST_TEXTS; step++) {
    const names = web.unasked();
    if (names.length === 0) break;
    for (const row of await findStagedNeighbours(sql, job.id, { names, keys: [] })) web.bear(toNeighbour(row));
  }
  const circles = new Map<number, Cycle>();
  const cycles = cyclesOf(web.references());
  for (const [node, { position }] of subjects.entries()) {
    const path = cycles.get(node);
    const steps = path?.first(MOST_CYCLE_STEPS).map((number) => web.at(number)) ?? [];
    for (const cycle of mentionCycle(steps, path?.length === steps.length)) circles.set(position, cycle);
  }
  return circles;
}

/** Texts of a plan by number, the names they mention, and who bears those. */
class Web {
  readonly #texts: Neighbour[] = [];
  readonly #mentions: ReadonlySet<string>[] = [];
  readonly #numbers = new Map<number | null, number>();
  readonly #bearers = new Map<string, number[]>();
  readonly #asked = new Set<string>();
  #fresh = 0;

  get size(): number {
    return this.#texts.length;
  }

  at(number: number): Neighbour {
    return this.#texts[number] as Neighbour;
  }

  add(text: Neighbour): number {
    const known = this.#numbers.get(text.position);
    if (known !== undefined) return known;
    const number = this.#texts.push(text) - 1;
    this.#numbers.set(text.position, number);
    const own = new Set(namesOfNeighbour(text));
    this.#mentions.push(new Set([...mentionsIn(text.text)].filter((name) => !own.has(name))));
    return number;
  }

  /** Adds one that was found by its name; what writes nothing is found by none. */
  bear(text: Neighbour): void {
    const number = this.add(text);
    for (const name of namesOfNeighbour(text)) {
      const bearers = this.#bearers.get(name) ?? [];
      if (bearers.length < MOST_OF_A_NAME && !bearers.includes(number)) this.#bearers.set(name, [...bearers, number]);
    }
  }

  /** The names that were not asked for yet, of what came since this was called. */
  unasked(): string[] {
    const names = this.#mentions.slice(this.#fresh).flatMap((mentions) => [...mentions]);
    this.#fresh = this.#mentions.length;
    const unasked = [...new Set(names)].filter((name) => !this.#asked.has(name));
    for (const name of unasked) this.#asked.add(name);
    return unasked;
  }

  references(): number[][] {
    return this.#mentions.map((mentions, self) => {
      const targets = new Set<number>();
      for (const name of mentions) for (const other of this.#bearers.get(name) ?? []) targets.add(other);
      targets.delete(self);
      return [...targets];
    });
  }
}
