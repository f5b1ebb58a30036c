import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { sha256 } from './hashing.ts';

/** A key that seals: it never leaves the process, nor is any of it written to a log. */
export type SealingKey = {
  id: string;
  /** 32 bytes. */
  publicKey: Buffer;
  sign(message: string): Buffer;
};

const ID_DIGITS = 16;

export function keyIdOf(publicKey: Buffer): string {
  return sha256(publicKey).toString('hex').slice(0, ID_DIGITS);
}

/** @throws Error when the text is no Ed25519 private key in PEM; the message says nothing of what it is */
export function readSealingKey(pem: string): SealingKey {
  let secret: KeyObject;
  try {
    secret = createPrivateKey(pem);
  } catch {
    throw new Error('The key for sealing is not a private key in PEM.');
  }
  if (secret.asymmetricKeyType !== 'ed25519') throw new Error('The key for sealing is not an Ed25519 key.');
  const publicKey = rawOf(createPublicKey(secret));
  return { id: keyIdOf(publicKey), publicKey, sign: (message) => sign(null, Buffer.from(message), secret) };
}

/** A new private key, in PEM. */
export function generateSealingKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

export function isSigned(publicKey: Buffer, message: string, signature: Buffer): boolean {
  try {
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') },
      format: 'jwk',
    });
    return verify(null, Buffer.from(message), key, signature);
  } catch {
    return false;
  }
}

/** The raw 32 bytes of a public key. */
function rawOf(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x as string, 'base64url');
}

export type NewKey = { number: number; publicKey: Buffer; headNumber: number; headHash: Buffer };

/** What the key before it signs when another takes its place. */
export function endorsementMessage({ number, publicKey, headNumber, headHash }: NewKey): string {
  return `lexport-audit-key-1:${JSON.stringify([number, publicKey.toString('hex'), headNumber, headHash.toString('hex')])}`;
}

export type Pruning = {
  block: number;
  blockHash: string;
  ids: readonly number[];
  years: string;
  reason: string;
  prunedAt: string;
};

/** What the signature of a pruning is over; `years` in canonical JSON. */
export function pruningMessage({ block, blockHash, ids, years, reason, prunedAt }: Pruning): string {
  return `lexport-audit-pruning-1:${JSON.stringify([block, blockHash, ids, years, reason, prunedAt])}`;
}
