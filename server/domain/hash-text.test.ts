import { expect, it } from 'vitest';
import { hashIn } from './hash-text.ts';

const HASH = 'ab'.repeat(32);

it.each([
  [HASH, HASH],
  [` ${HASH.toUpperCase()} `, HASH],
  [`sha256:${HASH}`, HASH],
  [`${HASH}  archief (2).zip`, HASH],
  [`${HASH} *archief.zip`, HASH],
  [HASH.slice(1), null],
  [`${HASH}0`, null],
  [`x${HASH}`, null],
  ['', null],
])('finds the hash in “%s”', (text, hash) => expect(hashIn(text)).toBe(hash));
