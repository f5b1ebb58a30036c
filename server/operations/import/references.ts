import type pg from 'pg';
import { findKnown } from '#db/queries/read-contents.ts';
import type { Relation } from '#domain/definition.ts';
import { dependencyLevels } from '#domain/dependency-order.ts';
import type { Finding } from '#domain/finding.ts';
import { PositionTable } from './position-table.ts';

/** How many terms of a cycle its finding names. */
const CYCLE_TERMS_SHOWN = 6;

type Referring = { position: number; term: string | null; relations: readonly Relation[] };

/** The terms, ids and links of an import, gathered while it is read; small enough to keep for a hundred thousand records. */
export class ReferenceIndex {
  readonly #byTerm = new PositionTable();
  readonly #byId = new PositionTable();
  /** What refers to nothing, usually most of an upload, is only looked up. */
  readonly #referring: Referring[] = [];

  add(position: number, id: string | null, term: string | null, relations: readonly Relation[]): void {
    if (term !== null) this.#byTerm.add(spelling(term), position);
    if (id !== null) this.#byId.add(id, position);
    if (relations.length > 0) this.#referring.push({ position, term, relations });
  }

  /** The dependency level of each position, and what is worth saying about cycles. */
  levels(total: number): { levels: Int32Array; found: { position: number; finding: Finding }[] } {
    if (this.#referring.length === 0) return { levels: new Int32Array(total), found: [] };
    const references: number[][] = Array.from({ length: total }, () => NONE);
    for (const { position, relations } of this.#referring) {
      references[position] = relations.map((relation) => this.#find(relation)).filter((target) => target !== undefined);
    }
    const { levels, cycles } = dependencyLevels(references);
    if (cycles.length === 0) return { levels, found: [] };
    // Whatever is in a cycle refers to something.
    const terms = new Map(this.#referring.map(({ position, term }) => [position, term]));
    const found = cycles.flatMap((cycle) => {
      const path = cycle.slice(0, CYCLE_TERMS_SHOWN).map((position) => terms.get(position) ?? '?');
      const finding = cycleFinding([...path, cycle.length > CYCLE_TERMS_SHOWN ? '…' : (path[0] as string)]);
      return cycle.map((position) => ({ position, finding }));
    });
    return { levels, found };
  }

  /** Links that lead to nothing in the upload and nothing in the organisation: allowed, and worth a warning. */
  async dangling(pool: pg.Pool, organisationId: string): Promise<{ position: number; finding: Finding }[]> {
    const open = this.#referring.flatMap(({ position, relations }) =>
      relations.filter((relation) => this.#find(relation) === undefined).map((relation) => ({ position, relation })),
    );
    if (open.length === 0) return [];
    const terms = new Set(open.flatMap(({ relation }) => (relation.targetTerm ? [spelling(relation.targetTerm)] : [])));
    const ids = new Set(open.flatMap(({ relation }) => (relation.targetId ? [relation.targetId] : [])));
    const known = await findKnown(pool, organisationId, [...terms], [...ids]);
    return open
      .filter(({ relation: { targetId, targetTerm } }) => {
        if (targetId && known.ids.has(targetId)) return false;
        return !(targetTerm && known.terms.has(spelling(targetTerm)));
      })
      .map(({ position, relation }) => ({ position, finding: danglingFinding(relation) }));
  }

  #find({ targetId, targetTerm }: Relation): number | undefined {
    const byId = targetId === null ? undefined : this.#byId.get(targetId);
    return byId ?? (targetTerm === null ? undefined : this.#byTerm.get(spelling(targetTerm)));
  }
}

/** Terms are links when they differ in capitals only; the database compares them so too, see linkRelations. */
const spelling = (term: string) => term.toLowerCase();

const NONE: number[] = [];

function cycleFinding(path: readonly string[]): Finding {
  return { code: 'reference_cycle', severity: 'info', field: 'relations', params: { path: path.join(' → ') } };
}

function danglingFinding({ targetTerm, targetId }: Relation): Finding {
  const target = targetTerm ?? targetId ?? '';
  return { code: 'reference_dangling', severity: 'warning', field: 'relations', value: target, params: { target } };
}
