/**
 * Orders items so that what an item refers to comes before it. Cycles are fine: their members share a level and keep their
 * order, since rows are inserted first and linked afterwards.
 *
 * `references[i]` are the positions item i refers to. Returns for each item its level: 0 refers to nothing of this set, n
 * to something of level n - 1 at the most. Tarjan's strongly connected components, without recursion, in O(items + links).
 */
export function dependencyLevels(references: readonly (readonly number[])[]): {
  levels: Int32Array;
  cycles: number[][];
} {
  const count = references.length;
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const levels = new Int32Array(count).fill(-1);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const cycles: number[][] = [];
  let next = 0;

  const enter = (node: number) => {
    index[node] = low[node] = next++;
    stack.push(node);
    onStack[node] = 1;
  };

  const closeComponent = (root: number) => {
    const members: number[] = [];
    let member: number;
    do {
      member = stack.pop() as number;
      onStack[member] = 0;
      members.push(member);
    } while (member !== root);
    let level = 0;
    for (const node of members) {
      for (const target of references[node] ?? []) {
        const known = levels[target] as number;
        if (known >= 0) level = Math.max(level, known + 1);
      }
    }
    for (const node of members) levels[node] = level;
    if (members.length > 1) cycles.push(members.sort((a, b) => a - b));
  };

  const path: { node: number; edge: number }[] = [];
  for (let start = 0; start < count; start++) {
    if (index[start] !== -1) continue;
    enter(start);
    path.push({ node: start, edge: 0 });
    while (path.length > 0) {
      const step = path[path.length - 1] as { node: number; edge: number };
      const target = references[step.node]?.[step.edge++];
      if (target === undefined) {
        path.pop();
        const parent = path[path.length - 1];
        if (parent) low[parent.node] = Math.min(low[parent.node] as number, low[step.node] as number);
        if (low[step.node] === index[step.node]) closeComponent(step.node);
      } else if (index[target] === -1) {
        enter(target);
        path.push({ node: target, edge: 0 });
      } else if (onStack[target]) {
        low[step.node] = Math.min(low[step.node] as number, index[target] as number);
      }
    }
  }
  return { levels, cycles };
}
