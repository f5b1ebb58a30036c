import type pg from 'pg';
import { findByIds } from '#db/queries/find-neighbours.ts';
import { readLookUpKeys } from '#db/queries/read-look-up-keys.ts';
import { toNeighbour } from '#db/surroundings-of.ts';
import type { Own } from '#domain/clearance.ts';
import type { Neighbour } from '#domain/validation/surroundings.ts';
import { bandsOf, differingBits, hashOf, MOST_DIFFERING_BITS, openingOf } from '#domain/validation/text-keys.ts';
import { IntLists } from './int-lists.ts';
import { IntMultimap } from './int-multimap.ts';

const MOST_PER_NAME = 4;
const MOST_PER_TEXT = 8;
/** Of a family of thousands that are written alike, so many say enough. */
const MOST_OF_A_KEY = 64;
/** So many definitions are remembered: what an import is about mentions the same ones again and again. */
const MOST_REMEMBERED = 20_000;

/** What is asked about a record: the names its rules want to know the bearers of, and under which keys texts like it are kept. */
export type Question = {
  names: Iterable<string>;
  keys: readonly number[];
  nested: readonly number[];
  sketch: readonly number[];
};

/** Numbers of definitions, by why they were found. */
type Numbers = Record<'named' | 'resembling' | 'within', readonly number[]>;

/**
 * Under which names and keys an organisation's definitions are kept, in about 300 bytes for each and outside of the heap: to ask
 * this for thousands of records takes less time than to look each of them up in the database.
 */
export class OrganisationIndex {
  readonly #pool: pg.Pool;
  readonly #own: Own;
  readonly #ids: string[] = [];
  readonly #byName = new IntMultimap();
  readonly #byBand = new IntMultimap();
  readonly #byOpening = new IntMultimap();
  readonly #sketches = new IntLists();
  #remembered = new Map<number, Neighbour | null>();

  private constructor(pool: pg.Pool, own: Own) {
    this.#pool = pool;
    this.#own = own;
  }

  /** As the organisation is at this moment. */
  static async read(pool: pg.Pool, own: Own): Promise<OrganisationIndex> {
    const index = new OrganisationIndex(pool, own);
    for await (const some of readLookUpKeys(pool, own))
      for (const { id, names, keys, sketch } of some) {
        const number = index.#ids.push(id) - 1;
        for (const name of names) index.#byName.add(hashOf(name), number);
        for (const band of bandsOf(keys)) index.#byBand.add(band, number);
        const opening = openingOf(keys);
        if (opening !== null) index.#byOpening.add(opening, number);
        index.#sketches.add(sketch);
      }
    return index;
  }

  /** What is there around each of these, in the order they are asked in. */
  async around(questions: readonly Question[]): Promise<Record<keyof Numbers, Neighbour[]>[]> {
    const found = questions.map((question) => this.#numbersFor(question));
    await this.#remember(found.flatMap(({ named, resembling, within }) => [...named, ...resembling, ...within]));
    const neighbours = (numbers: readonly number[]) => numbers.flatMap((number) => this.#remembered.get(number) ?? []);
    return found.map(({ named, resembling, within }) => {
      return { named: neighbours(named), resembling: neighbours(resembling), within: neighbours(within) };
    });
  }

  #numbersFor({ names, keys, nested, sketch }: Question): Numbers {
    const named = new Set<number>();
    for (const name of names) for (const number of this.#byName.get(hashOf(name), MOST_PER_NAME)) named.add(number);
    const within = new Set<number>();
    for (const key of nested) for (const number of this.#byOpening.get(key, MOST_PER_TEXT)) within.add(number);
    return {
      named: [...named],
      resembling: this.#resembling(bandsOf(keys), sketch),
      within: [...within].slice(0, MOST_PER_TEXT),
    };
  }

  #resembling(bands: readonly number[], sketch: readonly number[]): number[] {
    const alike = new Map<number, number>();
    for (const band of bands)
      for (const number of this.#byBand.get(band, MOST_OF_A_KEY)) {
        if (alike.has(number)) continue;
        alike.set(number, differingBits(sketch, this.#sketches.at(number)));
      }
    const near = [...alike].filter(([, differing]) => differing <= MOST_DIFFERING_BITS);
    near.sort(([one, a], [other, b]) => a - b || one - other);
    return near.slice(0, MOST_PER_TEXT).map(([number]) => number);
  }

  async #remember(numbers: readonly number[]): Promise<void> {
    if (this.#remembered.size > MOST_REMEMBERED) this.#remembered = new Map();
    const unknown = new Map<string, number>();
    for (const number of numbers)
      if (!this.#remembered.has(number)) {
        // Null until it is found: what was deleted meanwhile is not asked for again.
        this.#remembered.set(number, null);
        unknown.set(this.#ids[number] as string, number);
      }
    for (const row of await findByIds(this.#pool, this.#own, [...unknown.keys()]))
      this.#remembered.set(unknown.get(row.id) as number, toNeighbour(row));
  }
}
