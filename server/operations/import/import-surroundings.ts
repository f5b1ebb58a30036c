import { assess } from '#db/assess.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import {
  type Reassessment,
  readStagedAssessments,
  readStagedTexts,
  reassessItems,
  type StagedAssessment,
  type StagedText,
} from '#db/queries/reassess-items.ts';
import type { StagedItem } from '#db/queries/stage-items.ts';
import { contentFromRow, sketchOf } from '#db/row-image.ts';
import { toNeighbour } from '#db/surroundings-of.ts';
import type { Own } from '#domain/clearance.ts';
import { type CyclePath, cyclesOf } from '#domain/cycles.ts';
import { EMPTY_CONTENT } from '#domain/definition.ts';
import { normaliseTerm } from '#domain/identity-key.ts';
import { kindredNames, mentionsIn, namesOf } from '#domain/validation/asked-names.ts';
import { type Found, lookAround } from '#domain/validation/look-around.ts';
import { normalise } from '#domain/validation/normalise.ts';
import { LOOKUP_RULES } from '#domain/validation/rules/lookup.ts';
import type { RuleSettings } from '#domain/validation/settings.ts';
import { singularsOf } from '#domain/validation/singulars.ts';
import { type Cycle, MOST_CYCLE_STEPS, type Neighbour, type Surroundings } from '#domain/validation/surroundings.ts';
import {
  bandsOf,
  differingBits,
  hashOf,
  MOST_DIFFERING_BITS,
  nestedKeys,
  openingOf,
} from '#domain/validation/text-keys.ts';
import type { CheckWork } from '#server/operations/operation.ts';
import { type Asks, asksIn, packAsks } from './asks.ts';
import { ByteTape } from './byte-tape.ts';
import { IntLists } from './int-lists.ts';
import { IntMultimap } from './int-multimap.ts';
import { MOST_OF_A_NAME, mentionCycle } from './mention-circles.ts';
import { StoredNeighbours } from './stored-neighbours.ts';

/** How many items are looked at in one go. */
const RUN = 500;
/** Of what has one key of a text, so many are looked at. */
const MOST_OF_A_KEY = 16;
const MOST_ALIKE = 12;
/** What comes to nothing is no neighbour, and needs none. */
const NOT_THERE = ['invalid', 'duplicate'];

/** The items of an import as they were judged by themselves: what others want to know of them, and where a new judgement goes. */
export type PlanTexts = {
  texts(positions: readonly number[]): Promise<readonly StagedText[]>;
  assessments(positions: readonly number[]): Promise<readonly StagedAssessment[]>;
  reassess(found: readonly Reassessment[]): Promise<void>;
};

/** The items that a job has staged. */
export function stagedTexts({ pool, job, write }: CheckWork): PlanTexts {
  return {
    texts: (positions) => readStagedTexts(pool, job.id, positions),
    assessments: (positions) => readStagedAssessments(pool, job.id, positions),
    reassess: (found) => write((sql) => reassessItems(sql, job.id, found)),
  };
}

/** What an import has to do with other definitions: whose they are, and who looks. */
type Organised = Pick<CheckWork, 'pool'> & { job: Own };

/** An item as far as its surroundings are asked for. */
type Gathered = Pick<StagedItem, 'position' | 'decision' | 'definitionId'> & { image: Record<string, unknown> | null };

type Candidates = { named: Set<number>; resembling: Set<number>; within: Set<number> };

/**
 * What surrounds the records of an import: each other, wherever they stand in the upload, and the organisation's definitions.
 * Gathered while the upload is read, as numbers; looked at when all of it is known, because a record may be about another that
 * comes after it. What is found changes the assessment that the items were staged with.
 */
export class ImportSurroundings implements AsyncDisposable {
  readonly #work: Organised;
  readonly #plan: PlanTexts;
  readonly #stored: StoredNeighbours;
  readonly #byName = new IntMultimap();
  readonly #byBand = new IntMultimap();
  readonly #byOpening = new IntMultimap();
  /** What each record asks for, which is needed in their order only. */
  readonly #tape = new ByteTape();
  readonly #sketches = new IntLists();
  /** The position of each sketch. */
  readonly #positions: number[] = [];
  readonly #found = new Map<number, Found>();
  readonly #replaced = new Set<string>();
  #total = 0;

  constructor(work: Organised, plan: PlanTexts) {
    this.#work = work;
    this.#plan = plan;
    this.#stored = new StoredNeighbours(work.pool, work.job);
  }

  /** Takes a run of items in as they are staged; `expected`: how many are known to come in all. */
  async gather(staged: readonly Gathered[], expected: number): Promise<void> {
    const records = staged.flatMap((item) => {
      this.#total = Math.max(this.#total, item.position + 1);
      if (!item.image || NOT_THERE.includes(item.decision)) return [];
      const content = contentFromRow(item.image);
      const body = normalise(content.definition, content.term);
      const keys = item.image.text_keys as number[];
      const sketch = item.image.text_sketch as string;
      const kindred = kindredNames(content);
      const mentioned = mentionsIn(body.lower);
      const nested = nestedKeys(body.lower);
      return [{ item, id: item.definitionId, content, body, keys, sketch, nested, kindred, mentioned }];
    });
    const asked = records.map(({ item, content, keys, sketch, nested, kindred, mentioned }): Asks => {
      const { position, definitionId, decision } = item;
      const names = namesOf(content).map(hashOf);
      const bands = bandsOf(keys);
      const list = this.#positions.push(position) - 1;
      this.#sketches.add(sketchOf(sketch));
      const asks = { kindred: [...kindred].map(hashOf), mentioned: [...mentioned].map(hashOf), bands, nested };
      const one = { position, names, ...asks };
      // A conflict writes nothing unless somebody says so: what is stored stays what is there.
      if (decision === 'conflict') return one;
      for (const name of names) this.#byName.add(name, position);
      for (const band of bands) this.#byBand.add(band, list);
      const opening = openingOf(keys);
      if (opening !== null) this.#byOpening.add(opening, position);
      if (definitionId !== null && decision !== 'new') this.#replaced.add(definitionId);
      return one;
    });
    await this.#tape.add(packAsks(asked));
    // The most of all, and not asked before everything was read.
    await this.#byBand.putAway();
    const found = await this.#stored.around(records, expected);
    for (const [index, one] of found.entries())
      if (one) this.#found.set((records[index] as (typeof records)[number]).item.position, one);
  }

  /**
   * Assesses anew what has something around it that a rule remarks on. `related`: the cycles of relations, by position; `tell` hears
   * now and then how many items were looked at.
   */
  async settle(related: ReadonlyMap<number, Cycle>, tell?: (looked: number) => Promise<void>): Promise<void> {
    const { pool, job } = this.#work;
    const mentions = await this.#mentionCycles();
    await this.#byBand.recall();
    const settings = await readRuleSettings(pool, job.organisationId);
    let run: Looked[] = [];
    // One run is worked out while the next one's texts are read.
    let looking = Promise.resolve();
    const look = async () => {
      const [last, next] = [looking, run];
      run = [];
      looking = Promise.all([last, this.#look(next, settings)]).then(() => {});
      // Heard at an await here or below; until then nobody listens.
      looking.catch(() => {});
      await last;
    };
    let list = 0;
    for await (const gathered of this.#gathered()) {
      const { position } = gathered;
      const candidates = this.#candidates(list++, gathered);
      const path = mentions.get(position)?.first(MOST_CYCLE_STEPS) ?? [];
      const isAlone = candidates.named.size + candidates.resembling.size + candidates.within.size === 0;
      if (isAlone && path.length < 3 && !this.#found.has(position) && !related.has(position)) continue;
      run.push({ gathered, position, candidates, path, cycle: related.get(position) });
      if (run.length < RUN) continue;
      await look();
      await tell?.(list);
    }
    if (run.length > 0) await look();
    await looking;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#tape[Symbol.asyncDispose]();
    await this.#byBand[Symbol.asyncDispose]();
  }

  async *#gathered(): AsyncGenerator<Asks> {
    for await (const run of this.#tape.runs()) yield* asksIn(run);
  }

  #candidates(list: number, { position, kindred, bands, nested }: Asks): Candidates {
    const others = (map: IntMultimap, keys: Iterable<number>, most: number, self: number) => {
      const found = new Set<number>();
      for (const key of keys) for (const other of map.get(key, most)) if (other !== self) found.add(other);
      return found;
    };
    return {
      named: others(this.#byName, kindred, MOST_OF_A_NAME, position),
      resembling: this.#resembling(list, others(this.#byBand, bands, MOST_OF_A_KEY, list)),
      within: others(this.#byOpening, nested, MOST_OF_A_KEY, position),
    };
  }

  /** The positions of those lists whose texts have most in common with one. */
  #resembling(list: number, others: Iterable<number>): Set<number> {
    const sketch = this.#sketches.at(list);
    const alike: { other: number; differing: number }[] = [];
    for (const other of others) {
      const differing = differingBits(sketch, this.#sketches.at(other));
      if (differing <= MOST_DIFFERING_BITS) alike.push({ other, differing });
    }
    alike.sort((a, b) => a.differing - b.differing || a.other - b.other);
    return new Set(alike.slice(0, MOST_ALIKE).map(({ other }) => this.#positions[other] as number));
  }

  /** The cycles of definitions that mention the next one's term, by position; by what their names and words hash to. */
  async #mentionCycles(): Promise<Map<number, CyclePath>> {
    const graph: number[][] = Array.from({ length: this.#total }, () => NONE);
    for await (const { position, names, mentioned } of this.#gathered()) {
      const own = new Set(names);
      const targets = new Set<number>();
      for (const name of mentioned) {
        if (own.has(name)) continue;
        for (const other of this.#byName.get(name, MOST_OF_A_NAME)) if (other !== position) targets.add(other);
      }
      if (targets.size > 0) graph[position] = [...targets];
    }
    return cyclesOf(graph);
  }

  async #look(run: readonly Looked[], settings: RuleSettings): Promise<void> {
    const wanted = new Set<number>();
    for (const { position, candidates, path } of run)
      for (const other of [position, ...path, ...Object.values(candidates).flatMap((set) => [...set])])
        wanted.add(other);
    const texts = await this.#plan.texts([...wanted]);
    const neighbours = new Map(texts.map((text) => [text.position, toNeighbour(text)]));
    const contents = new Map(texts.map((text) => [text.position, text]));
    const remarkable = new Map<number, Surroundings>();
    for (const looked of run) {
      const row = contents.get(looked.position);
      const surroundings = row && this.#surroundings(looked, row, neighbours, settings);
      if (surroundings) remarkable.set(looked.position, surroundings);
    }
    if (remarkable.size === 0) return;
    const staged = await this.#plan.assessments([...remarkable.keys()]);
    const found = staged.map(({ position, content, findings }): Reassessment => {
      const assessment = assess(content, settings, remarkable.get(position) ?? null);
      return { position, ...assessment, itemFindings: [...findings, ...assessment.findings] };
    });
    await this.#plan.reassess(found);
  }

  /** What is around a record, when a rule has something to say about it; null otherwise. */
  #surroundings(
    { gathered, position, candidates, path, cycle }: Looked,
    row: StagedText,
    neighbours: ReadonlyMap<number, Neighbour>,
    settings: RuleSettings,
  ): Surroundings | null {
    const content = { ...EMPTY_CONTENT, ...row };
    const body = normalise(row.definition, row.term);
    const stored = this.#found.get(position);
    const isThere = ({ id }: Neighbour) => id === null || !this.#replaced.has(id);
    const both = (numbers: Iterable<number>, others: readonly Neighbour[] = []) => [
      ...[...numbers].flatMap((number) => neighbours.get(number) ?? []),
      ...others.filter(isThere),
    ];
    const named = new Set([...candidates.named, ...path.slice(1)]);
    const steps = path.flatMap((one) => neighbours.get(one) ?? []);
    const around = lookAround(
      content,
      body,
      {
        named: both(named, stored?.named),
        resembling: both(candidates.resembling, stored?.resembling),
        within: both(candidates.within, stored?.within),
      },
      [
        ...(cycle ? [cycle] : []),
        ...(steps.length === path.length ? mentionCycle(steps, path.length < MOST_CYCLE_STEPS) : []),
      ],
      namesAskedBy(gathered),
    );
    const subject = { content, body, settings, surroundings: around };
    const mayBePlural = singularsOf(normaliseTerm(row.term)).some((name) => around.named.has(name));
    return mayBePlural || LOOKUP_RULES.some((rule) => rule.check(subject)) ? around : null;
  }
}

type Looked = {
  gathered: Asks;
  position: number;
  candidates: Candidates;
  path: readonly number[];
  cycle: Cycle | undefined;
};

/** The names a record asks for, by what they hash to. */
function namesAskedBy({ kindred, mentioned }: Asks): { has: (name: string) => boolean } {
  const hashes = new Set([...kindred, ...mentioned]);
  return { has: (name) => hashes.has(hashOf(name) | 0) };
}

const NONE: number[] = [];
