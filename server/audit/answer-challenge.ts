import { enrolmentMessage } from '#server/seal/enrolment.ts';
import { HASH_BYTES } from '#server/seal/hashing.ts';
import type { SealingKey } from '#server/seal/keys.ts';

/** What a challenge looks like; the public key behind it may be left to us. */
const CHALLENGE = /^lexport-enrolment-1:([\da-f]{64}):([\da-f]{64})?$/;

/**
 * The signature of a key under the challenge of somebody who enrols it. Null: the text is no challenge, or one for another key, and
 * nothing else is signed: the same key seals the audit trail.
 */
export function answerChallenge(key: SealingKey, text: string): Buffer | null {
  const [, nonce = '', named] = CHALLENGE.exec(text.trim()) ?? [];
  if (nonce.length !== 2 * HASH_BYTES || (named && named !== key.publicKey.toString('hex'))) return null;
  return key.sign(enrolmentMessage(Buffer.from(nonce, 'hex'), key.publicKey));
}
