import { NODE, sha256 } from './hashing.ts';

/** The tree of RFC 9162: hashes in pairs, level by level; one that is left over goes up as it is. */
function levelsOf(leaves: readonly Buffer[]): (readonly Buffer[])[] {
  const levels = [leaves];
  for (let level = leaves; level.length > 1; levels.push(level)) {
    const above: Buffer[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index] as Buffer;
      const right = level[index + 1];
      above.push(right ? sha256(NODE, left, right) : left);
    }
    level = above;
  }
  return levels;
}

/** One hash that stands for all of these, in this order. @throws RangeError without leaves */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) throw new RangeError('There is nothing to make a tree of.');
  return levelsOf(leaves).at(-1)?.[0] as Buffer;
}

/** For each of these places the hashes that lead from its leaf to the root, lowest first. */
export function inclusionProofs(leaves: readonly Buffer[], places: readonly number[]): Buffer[][] {
  const levels = levelsOf(leaves).slice(0, -1);
  return places.map((place) =>
    levels.flatMap((level, height) => {
      const sibling = level[(place >> height) ^ 1];
      return sibling ? [sibling] : [];
    }),
  );
}

/** The root that a leaf at this place of `count` leads to by its proof; null when the proof has not the length it must have. */
export function rootByProof(leaf: Buffer, place: number, count: number, proof: readonly Buffer[]): Buffer | null {
  let hash = leaf;
  let used = 0;
  for (let index = place, size = count; size > 1; index >>= 1, size = (size + 1) >> 1) {
    if ((index ^ 1) >= size) continue;
    const sibling = proof[used++];
    if (!sibling) return null;
    hash = index & 1 ? sha256(NODE, sibling, hash) : sha256(NODE, hash, sibling);
  }
  return used === proof.length ? hash : null;
}
