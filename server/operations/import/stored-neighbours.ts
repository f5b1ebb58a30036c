import type pg from 'pg';
import { findByText, findNamed } from '#db/queries/find-neighbours.ts';
import { countVisible } from '#db/queries/read-look-up-keys.ts';
import { sketchOf } from '#db/row-image.ts';
import { toNeighbour } from '#db/surroundings-of.ts';
import type { Own } from '#domain/clearance.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { namesOf } from '#domain/validation/asked-names.ts';
import { type Found, lookAround, namesOfNeighbour } from '#domain/validation/look-around.ts';
import type { NormalisedText } from '#domain/validation/normalise.ts';
import type { Neighbour } from '#domain/validation/surroundings.ts';
import { bandsOf } from '#domain/validation/text-keys.ts';
import { OrganisationIndex } from './organisation-index.ts';

/** So many names are remembered, so that what every definition mentions is not looked up for each run. */
const MOST_REMEMBERED = 200_000;

/** A record as far as its neighbours are asked for; `id` is the definition it would become. */
export type Asking = {
  id: string | null;
  content: DefinitionContent;
  body: NormalisedText;
  /** The keys its text is kept under, and those of texts that may stand within it; see text-keys.ts. */
  keys: readonly number[];
  nested: readonly number[];
  /** As Postgres reads it, see bitsOf. */
  sketch: string;
  /** The names of its kin and those its text mentions, see asked-names.ts. */
  kindred: ReadonlySet<string>;
  mentioned: ReadonlySet<string>;
};

/** To look a record up in the database takes about as long as to read what so many definitions are found by. */
const READ_MEANWHILE = 60;
/** What more definitions than these are found by takes too much memory. */
const MOST_INDEXED = 250_000;

/**
 * What an organisation has around the records of an import, looked up in runs: in the database for as long as that takes less
 * than to read what all its definitions are found by, and afterwards in that.
 */
export class StoredNeighbours {
  readonly #pool: pg.Pool;
  readonly #own: Own;
  #asked = 0;
  #stored: number | null = null;
  #index: OrganisationIndex | null = null;
  #remembered = new Map<string, readonly Neighbour[]>();

  constructor(pool: pg.Pool, own: Own) {
    this.#pool = pool;
    this.#own = own;
  }

  /** For each record what is worth keeping of what is there; null where that is nothing. `expected`: how many come in all. */
  async around(records: readonly Asking[], expected: number): Promise<(Found | null)[]> {
    this.#stored ??= await countVisible(this.#pool, this.#own, MOST_INDEXED);
    if (this.#stored === 0 || records.length === 0) return records.map(() => null);
    this.#asked += records.length;
    if (this.#stored <= MOST_INDEXED && this.#stored <= Math.max(this.#asked, expected) * READ_MEANWHILE)
      this.#index ??= await OrganisationIndex.read(this.#pool, this.#own);
    const asked = records.map(({ kindred, mentioned }) => new Set([...kindred, ...mentioned]));
    const found = await (this.#index ? this.#inIndex(this.#index, records, asked) : this.#inDatabase(records, asked));
    return records.map((record, index) => {
      const isOther = ({ id }: Neighbour) => id !== record.id;
      const { named, resembling, within } = found[index] as Found;
      return telling(record, asked[index] as Set<string>, {
        named: named.filter(isOther),
        resembling: resembling.filter(isOther),
        within: within.filter(isOther),
      });
    });
  }

  #inIndex(index: OrganisationIndex, records: readonly Asking[], asked: readonly Set<string>[]): Promise<Found[]> {
    return index.around(
      records.map(({ keys, nested, sketch }, number) => {
        return { names: asked[number] as Set<string>, keys, nested, sketch: sketchOf(sketch) };
      }),
    );
  }

  async #inDatabase(records: readonly Asking[], asked: readonly Set<string>[]): Promise<Found[]> {
    const texts = records.map(({ keys, nested, sketch }, number) => {
      return { number, alike: bandsOf(keys), within: nested, sketch };
    });
    const [byText] = await Promise.all([
      findByText(this.#pool, this.#own, texts),
      this.#remember(new Set(asked.flatMap((names) => [...names]))),
    ]);
    const found = asked.map((names) => {
      const named = new Set<Neighbour>();
      for (const name of names) for (const other of this.#remembered.get(name) ?? []) named.add(other);
      return { named: [...named], resembling: [] as Neighbour[], within: [] as Neighbour[] };
    });
    for (const { number, within, ...row } of byText)
      found[number]?.[within ? 'within' : 'resembling'].push(toNeighbour(row));
    return found;
  }

  async #remember(names: ReadonlySet<string>): Promise<void> {
    if (this.#remembered.size > MOST_REMEMBERED) this.#remembered = new Map();
    const unknown = [...names].filter((name) => !this.#remembered.has(name));
    if (unknown.length === 0) return;
    const bearers = new Map<string, Neighbour[]>(unknown.map((name) => [name, NOBODY]));
    for (const row of await findNamed(this.#pool, this.#own, unknown)) {
      const neighbour = toNeighbour(row);
      for (const name of namesOf(neighbour)) {
        const known = bearers.get(name);
        if (known === NOBODY) bearers.set(name, [neighbour]);
        else known?.push(neighbour);
      }
    }
    for (const [name, neighbours] of bearers) this.#remembered.set(name, neighbours);
  }
}

const NOBODY: Neighbour[] = [];

/** Most of what a text mentions says nothing about it: kept is who is kin, alike, within, or mentions it back. */
function telling({ content, body, kindred }: Asking, asked: ReadonlySet<string>, found: Found): Found | null {
  if (found.named.length + found.resembling.length + found.within.length === 0) return null;
  const { alike, cycles } = lookAround(content, body, found, [], asked);
  const mutual = new Set(cycles.flatMap(({ steps }) => steps.map(({ id }) => id)));
  const named = found.named.filter(
    (other) => mutual.has(other.id) || namesOfNeighbour(other).some((name) => kindred.has(name)),
  );
  const resembling = alike.map(({ other }) => other);
  if (named.length + resembling.length + found.within.length === 0) return null;
  return { named, resembling, within: found.within };
}
