import { createPublicKey } from 'node:crypto';
import { isSigned } from './keys.ts';

const RAW_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** What stands before the 32 bytes in the usual encoding of a public key (SPKI, RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Points of small order, without the sign: for such a key anybody can make signatures that a verifier takes which does not look for
 * them. Ours does; that of whoever is handed our list of keys may not.
 */
const WEAK = new Set([
  `01${'00'.repeat(31)}`,
  '00'.repeat(32),
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

/** A public key as people hand it in: 64 hexadecimal digits, Base64, or PEM. Null: it is none, or one that proves nothing. */
export function readPublicKey(given: string): Buffer | null {
  const text = given.trim();
  const raw = /^[\da-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : fromBase64(text.replace(/-----[^-]+-----/g, ''));
  if (raw === null || isWeak(raw) || !isPoint(raw)) return null;
  return raw;
}

/** A signature as people hand it in: 128 hexadecimal digits or Base64. Null: it is none. */
export function readSignatureText(given: string): Buffer | null {
  const text = given.replace(/\s/g, '');
  if (/^[\da-f]{128}$/i.test(text)) return Buffer.from(text, 'hex');
  if (!/^[\w+/-]+={0,2}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === SIGNATURE_BYTES ? bytes : null;
}

/**
 * What a key signs to show that whoever hands it in holds it: the challenge it was given, and itself, so that the answer of one key
 * is not the answer of another. It begins with what it is: a key that signs nothing else begun so gives nothing else away.
 */
export function enrolmentMessage(nonce: Buffer, publicKey: Buffer): string {
  return `lexport-enrolment-1:${nonce.toString('hex')}:${publicKey.toString('hex')}`;
}

export function isProven(nonce: Buffer, publicKey: Buffer, signature: Buffer): boolean {
  return isSigned(publicKey, enrolmentMessage(nonce, publicKey), signature);
}

function fromBase64(text: string): Buffer | null {
  const bare = text.replace(/\s/g, '');
  if (!/^[\w+/-]+={0,2}$/.test(bare)) return null;
  const bytes = Buffer.from(bare, 'base64');
  if (bytes.length === RAW_BYTES) return bytes;
  const isSpki =
    bytes.length === SPKI_PREFIX.length + RAW_BYTES && bytes.subarray(0, SPKI_PREFIX.length).equals(SPKI_PREFIX);
  return isSpki ? bytes.subarray(SPKI_PREFIX.length) : null;
}

function isWeak(raw: Buffer): boolean {
  const unsigned = Buffer.from(raw);
  unsigned[RAW_BYTES - 1] = (unsigned[RAW_BYTES - 1] ?? 0) & 0x7f;
  return WEAK.has(unsigned.toString('hex'));
}

function isPoint(raw: Buffer): boolean {
  try {
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}
