import type { Sql } from '#db/client.ts';
import { reachableRelations } from '#db/queries/reachable-relations.ts';
import { findKnown } from '#db/queries/read-contents.ts';
import { type AskedTerm, type Similar, similarTerms } from '#db/queries/similar-terms.ts';
import { isCleared, type Own } from '#domain/clearance.ts';
import type { Classification, Relation } from '#domain/definition.ts';
import { dependencyLevels } from '#domain/dependency-order.ts';
import type { Finding } from '#domain/finding.ts';
import { type Link, relationCycles } from '#domain/relation-cycles.ts';
import { type Cycle, MOST_CYCLE_STEPS } from '#domain/validation/surroundings.ts';
import { PositionTable } from '#server/compact/position-table.ts';
import { ByteTape } from './byte-tape.ts';

type OpenLink = { position: number; relation: Relation; classification: Classification };
type Organised = Own & { id: string };
type Referring = {
  position: number;
  term: string | null;
  relations: readonly Relation[];
  classification: Classification;
};

/**
 * The terms, ids and links of an import, gathered while it is read. Terms and ids are kept as numbers; who adds many puts the links
 * away now and then, and disposes of all of it when they were looked at.
 */
export class ReferenceIndex implements AsyncDisposable {
  readonly #byTerm = new PositionTable();
  readonly #byId = new PositionTable();
  /** What refers to nothing, usually most of an upload, is only looked up. */
  #referring: Referring[] = [];
  readonly #putAway = new ByteTape();
  #hasLinks = false;

  add(
    position: number,
    id: string | null,
    term: string | null,
    relations: readonly Relation[],
    classification: Classification,
  ): void {
    if (term !== null) this.#byTerm.add(spelling(term), position);
    if (id !== null) this.#byId.add(id, position);
    if (relations.length === 0) return;
    this.#referring.push({ position, term, relations, classification });
    this.#hasLinks = true;
  }

  /** Takes what refers to something, as far as it was added, off the heap. One at a time. */
  async putAway(): Promise<void> {
    if (this.#referring.length === 0) return;
    const run = Buffer.from(JSON.stringify(this.#referring));
    this.#referring = [];
    await this.#putAway.add(run);
  }

  async *#allReferring(): AsyncGenerator<Referring> {
    for await (const run of this.#putAway.runs())
      yield* JSON.parse(Buffer.from(run.buffer, run.byteOffset, run.byteLength).toString()) as Referring[];
    yield* this.#referring;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#byTerm[Symbol.dispose]();
    this.#byId[Symbol.dispose]();
    await this.#putAway[Symbol.asyncDispose]();
  }

  /** The dependency level of each position: what it refers to is on a lower one. */
  async levels(total: number): Promise<Int32Array> {
    if (!this.#hasLinks) return new Int32Array(total);
    const references: number[][] = Array.from({ length: total }, () => NONE);
    for await (const { position, relations } of this.#allReferring()) {
      references[position] = relations.map((relation) => this.#find(relation)).filter((target) => target !== undefined);
    }
    return dependencyLevels(references).levels;
  }

  /**
   * The cycles that relations make, by position: of the upload and of what the organisation has, as if all of the upload were
   * written.
   */
  async cycles(sql: Sql, own: Own, total: number): Promise<Map<number, Cycle>> {
    if (!this.#hasLinks) return new Map();
    const links: Link[] = [];
    const terms = new Map<number, string>();
    const levels = new Map<number, Classification>();
    const leaving: Leaving['leaving'][number][] = [];
    for await (const { position, term, relations, classification } of this.#allReferring()) {
      terms.set(position, term ?? '');
      levels.set(position, classification);
      for (const relation of relations) {
        const to = this.#find(relation);
        if (to === undefined) leaving.push({ from: position, relation, classification });
        else links.push({ from: position, to, type: relation.type });
      }
    }
    const ids = await this.#linkStored(sql, own, { total, leaving, links, terms, levels });
    const cycles = new Map<number, Cycle>();
    for (const [node, { by, path }] of relationCycles(total + ids.length, links)) {
      if (node >= total) continue;
      const steps = path.first(MOST_CYCLE_STEPS).map((step) => {
        const position = step < total ? step : null;
        const classification = levels.get(step);
        return {
          id: ids[step - total] ?? null,
          position,
          term: terms.get(step) ?? '?',
          ...(classification ? { classification } : {}),
        };
      });
      cycles.set(node, { by, steps });
    }
    return cycles;
  }

  /** Goes on where relations leave the upload: adds the links of what is stored, and answers which nodes behind `total` that are. */
  async #linkStored(sql: Sql, own: Own, { total, leaving, links, terms, levels }: Leaving): Promise<readonly string[]> {
    if (leaving.length === 0) return [];
    const known = await this.#known(sql, own, leaving);
    const starts = leaving.flatMap(({ from, relation, classification }) => {
      const id = this.#idOf(relation, known, classification);
      return id === undefined ? [] : [{ from, id, type: relation.type }];
    });
    const reached = await reachableRelations(sql, own, [...new Set(starts.map(({ id }) => id))]);
    // What the upload writes anew has the relations of the upload.
    const ids = [...reached.terms.keys()].filter((id) => !this.#byId.has(id));
    const nodes = new Map(ids.map((id, index) => [id, total + index]));
    for (const [id, node] of nodes) {
      terms.set(node, reached.terms.get(id) as string);
      levels.set(node, reached.classifications.get(id) as Classification);
    }
    const add = (from: number | undefined, to: number | undefined, type: Link['type']) => {
      if (from !== undefined && to !== undefined) links.push({ from, to, type });
    };
    for (const { from, id, type } of starts) add(from, nodes.get(id), type);
    for (const { from, to, targetTerm, type } of reached.links)
      add(nodes.get(from), (to && nodes.get(to)) || this.#find({ type, targetId: to, targetTerm }), type);
    return ids;
  }

  /** Links that lead to nothing in the upload and nothing in the organisation. */
  async unresolved(sql: Sql, own: Own): Promise<OpenLink[]> {
    const open: OpenLink[] = [];
    for await (const { position, relations, classification } of this.#allReferring())
      for (const relation of relations)
        if (this.#find(relation) === undefined) open.push({ position, relation, classification });
    if (open.length === 0) return [];
    const known = await this.#known(sql, own, open);
    return open.filter(({ relation, classification }) => this.#idOf(relation, known, classification) === undefined);
  }

  /** The same, each with a warning that tells what may be meant: such links are allowed. */
  async dangling(sql: Sql, job: Organised): Promise<{ position: number; finding: Finding }[]> {
    return warnOf(sql, job, await this.unresolved(sql, job));
  }

  #known(sql: Sql, own: Own, open: readonly { relation: Relation }[]): Promise<Known> {
    const terms = new Set(open.flatMap(({ relation }) => (relation.targetTerm ? [spelling(relation.targetTerm)] : [])));
    const ids = new Set(open.flatMap(({ relation }) => (relation.targetId ? [relation.targetId] : [])));
    return findKnown(sql, own, [...terms], [...ids]);
  }

  /** Of what is classified higher than what refers to it nothing is said, so it is as if it were not there. */
  #idOf({ targetId, targetTerm }: Relation, known: Known, classification: Classification): string | undefined {
    const byId = targetId ? known.ids.get(targetId) : undefined;
    if (targetId && byId && isCleared(classification, byId)) return targetId;
    const byTerm = targetTerm ? known.terms.get(spelling(targetTerm)) : undefined;
    return byTerm && isCleared(classification, byTerm.classification) ? byTerm.id : undefined;
  }

  #find({ targetId, targetTerm }: Relation): number | undefined {
    const byId = targetId === null ? undefined : this.#byId.get(targetId);
    return byId ?? (targetTerm === null ? undefined : this.#byTerm.get(spelling(targetTerm)));
  }
}

/** A warning for each of these links, with the terms that resemble what it leads to. */
export async function warnOf(
  sql: Sql,
  job: Organised,
  links: readonly OpenLink[],
): Promise<{ position: number; finding: Finding }[]> {
  const keyOf = (term: string, clearance: Classification) => `${clearance} ${term}`;
  const asked = new Map<string, AskedTerm>();
  for (const { relation, classification: clearance } of links)
    if (relation.targetTerm) asked.set(keyOf(relation.targetTerm, clearance), { term: relation.targetTerm, clearance });
  const similar = await similarTerms(sql, job, [...asked.values()]);
  const meant = new Map([...asked.keys()].map((key, index) => [key, similar[index] as Similar[]]));
  return links.map(({ position, relation, classification }) => {
    const terms = meant.get(keyOf(relation.targetTerm ?? '', classification)) ?? [];
    return { position, finding: danglingFinding(relation, terms) };
  });
}

/** Terms are links when they differ in capitals only; the database compares them so too, see linkRelations. */
const spelling = (term: string) => term.toLowerCase();

const NONE: number[] = [];

type Known = Awaited<ReturnType<typeof findKnown>>;
type Leaving = {
  total: number;
  leaving: readonly { from: number; relation: Relation; classification: Classification }[];
  links: Link[];
  terms: Map<number, string>;
  levels: Map<number, Classification>;
};

/** What a link leads to, as a finding about it says. */
export function targetOf({ targetTerm, targetId }: Pick<Relation, 'targetTerm' | 'targetId'>): string {
  return targetTerm ?? targetId ?? '';
}

function danglingFinding({ targetTerm, targetId }: Relation, meant: readonly Similar[]): Finding {
  const target = targetOf({ targetTerm, targetId });
  return {
    code: 'reference_dangling',
    severity: 'warning',
    field: 'relations',
    value: target,
    params: {
      target,
      ...(meant.length > 0 ? { meant: meant.map(({ term }) => term).join(' · ') } : {}),
      ...(meant.some(({ id }) => id !== null) ? { meantIds: meant.map(({ id }) => id ?? '-').join(' ') } : {}),
    },
  };
}
