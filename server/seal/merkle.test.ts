import { describe, expect, it } from 'vitest';
import { LEAF, NODE, sha256 } from './hashing.ts';
import { inclusionProofs, merkleRoot, rootByProof } from './merkle.ts';

const leaves = (count: number) => Array.from({ length: count }, (_, index) => sha256(LEAF, String(index)));

describe('the tree of a block', () => {
  it('is made as RFC 9162 says: split where the largest power of two is', () => {
    const split = (of: readonly Buffer[]): Buffer => {
      if (of.length === 1) return of[0] as Buffer;
      let half = 1;
      while (half * 2 < of.length) half *= 2;
      return sha256(NODE, split(of.slice(0, half)), split(of.slice(half)));
    };
    for (let count = 1; count <= 40; count++) expect(merkleRoot(leaves(count))).toEqual(split(leaves(count)));
  });

  it('proves every leaf, and no leaf at another place, of another size or with another proof', () => {
    for (let count = 1; count <= 20; count++) {
      const all = leaves(count);
      const root = merkleRoot(all);
      const proofs = inclusionProofs(all, [...all.keys()]);
      for (const [place, leaf] of all.entries()) {
        const proof = proofs[place] as Buffer[];
        expect(rootByProof(leaf, place, count, proof)).toEqual(root);
        if (count > 1) expect(rootByProof(leaf, (place + 1) % count, count, proof)).not.toEqual(root);
        expect(rootByProof(leaf, place, count, [...proof, leaf])).toBeNull();
        if (proof.length > 0) expect(rootByProof(leaf, place, count, proof.slice(1))).not.toEqual(root);
      }
    }
  });

  it('is none without leaves', () => expect(() => merkleRoot([])).toThrow(RangeError));
});
