import { dependencyLevels } from './dependency-order.ts';

/** So many steps are spent on looking for the shortest ways; what is left then shares the way of its neighbours. */
const MOST_STEPS = 5_000_000;

/**
 * For every node that is on a cycle a way that leads from it back to it, as short as there is one: the nodes in their order,
 * beginning with the node and not repeating it. A node that refers to itself is a cycle of one. `references[i]` are the nodes
 * that node i refers to. Without recursion, so that a hundred thousand nodes in one circle are no problem.
 */
export function cyclesOf(references: readonly (readonly number[])[]): Map<number, CyclePath> {
  const paths = new Map<number, CyclePath>();
  for (const [node, targets] of references.entries()) if (targets.includes(node)) paths.set(node, pathOf([node], 0));
  const cameFrom = new Int32Array(references.length);
  const mark = new Int32Array(references.length).fill(-1);
  let steps = 0;
  for (const group of dependencyLevels(references).cycles) {
    const members = new Set(group);
    let last: readonly number[] | null = null;
    for (const start of group) {
      if (paths.has(start)) continue;
      if (last && steps > MOST_STEPS) {
        paths.set(start, pathOf(last, 0));
        continue;
      }
      const found = shortest(start, references, members, cameFrom, mark);
      steps += found.steps;
      last = found.path;
      for (const [at, node] of found.path.entries()) if (!paths.has(node)) paths.set(node, pathOf(found.path, at));
    }
  }
  return paths;
}

/** A way round, seen from one of the nodes on it; the nodes of a long one are kept once. */
export type CyclePath = { length: number; first(count: number): number[] };

function pathOf(nodes: readonly number[], start: number): CyclePath {
  return {
    length: nodes.length,
    first: (count) =>
      Array.from({ length: Math.min(count, nodes.length) }, (_, at) => nodes[(start + at) % nodes.length] as number),
  };
}

/** The shortest way from a node back to it within its group: breadth first. */
function shortest(
  start: number,
  references: readonly (readonly number[])[],
  members: ReadonlySet<number>,
  cameFrom: Int32Array,
  mark: Int32Array,
): { path: number[]; steps: number } {
  let steps = 0;
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] as number;
    for (const target of references[node] as readonly number[]) {
      steps++;
      if (target === start && node !== start) return { path: wayTo(node, start, cameFrom), steps };
      if (mark[target] === start || target === start || !members.has(target)) continue;
      mark[target] = start;
      cameFrom[target] = node;
      queue.push(target);
    }
  }
  throw new Error('A node of a cycle does not lead back to itself');
}

function wayTo(node: number, start: number, cameFrom: Int32Array): number[] {
  const way: number[] = [];
  for (let at = node; at !== start; at = cameFrom[at] as number) way.push(at);
  way.push(start);
  return way.reverse();
}
