import { type CyclePath, cyclesOf } from './cycles.ts';
import type { RelationType } from './definition.ts';

/** A relation between two nodes, as it was written down. */
export type Link = { from: number; to: number; type: RelationType };

/** Relations that put what they come from under, or into, what they lead to; the others of this table say the same backwards. */
const UPWARDS: Readonly<Partial<Record<RelationType, boolean>>> = {
  broader: true,
  part_of: true,
  instance_of: true,
  depends_on: true,
  narrower: false,
  has_part: false,
  has_instance: false,
};

export type RelationCycle = { by: 'hierarchy' | 'reference'; path: CyclePath };

/**
 * The nodes that relations lead round to themselves. By `hierarchy`: it would stand above itself; "a broader b" and "b narrower a"
 * say the same thing and are no circle. By `reference`: it only refers on and on; two that are each other's related term are none.
 */
export function relationCycles(count: number, links: readonly Link[]): Map<number, RelationCycle> {
  const upwards = graphOf(
    count,
    links.filter(({ type }) => type in UPWARDS).map((link) => (UPWARDS[link.type] ? link : reversed(link))),
  );
  const found = new Map<number, RelationCycle>();
  for (const [node, path] of cyclesOf(upwards)) found.set(node, { by: 'hierarchy', path });
  const related = links.filter(({ type }) => !(type in UPWARDS));
  if (related.length === 0) return found;
  const pairs = new Set(related.map(({ from, to }) => from * count + to));
  const all = upwards.map((targets) => [...targets]);
  for (const { from, to } of related) if (from === to || !pairs.has(to * count + from)) all[from]?.push(to);
  for (const [node, path] of cyclesOf(all)) if (!found.has(node)) found.set(node, { by: 'reference', path });
  return found;
}

const NONE: number[] = [];

function graphOf(count: number, links: readonly Link[]): number[][] {
  const graph: number[][] = Array.from({ length: count }, () => NONE);
  for (const { from, to } of links) {
    const targets = graph[from] as number[];
    if (targets === NONE) graph[from] = [to];
    else targets.push(to);
  }
  return graph;
}

function reversed({ from, to, type }: Link): Link {
  return { from: to, to: from, type };
}
