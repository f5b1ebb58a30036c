import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { keyDigits } from './key-digits.ts';

it('reads a public key in each of the ways people have it', () => {
  const { publicKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x as string, 'base64url');
  const digits = raw.toString('hex');
  expect(keyDigits(` ${digits.toUpperCase()}\n`)).toBe(digits);
  expect(keyDigits(raw.toString('base64'))).toBe(digits);
  expect(keyDigits(publicKey.export({ type: 'spki', format: 'pem' }).toString())).toBe(digits);
  for (const wrong of ['', 'abc', digits.slice(2), '!!', 'Zm91dA==']) expect(keyDigits(wrong)).toBeNull();
});
