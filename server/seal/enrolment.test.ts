import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerChallenge } from '#server/audit/answer-challenge.ts';
import { enrolmentMessage, isProven, readPublicKey, readSignatureText } from './enrolment.ts';
import { readSealingKey } from './keys.ts';

const pair = generateKeyPairSync('ed25519');
const key = readSealingKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
const nonce = Buffer.alloc(32, 7);

describe('a public key', () => {
  it('is read as digits, Base64 and PEM, and as nothing else', () => {
    const raw = key.publicKey;
    const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    for (const text of [raw.toString('hex'), raw.toString('hex').toUpperCase(), raw.toString('base64'), pem])
      expect(readPublicKey(` ${text}\n`)).toEqual(raw);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'pem' });
    for (const text of ['', 'x', raw.toString('hex').slice(1), String(rsa), 'é'.repeat(64)])
      expect(readPublicKey(text)).toBeNull();
  });

  it('of small order, for which a careless verifier takes signatures of anybody, is refused', () => {
    const neutral = Buffer.concat([Buffer.from([1]), Buffer.alloc(31)]);
    const weak = [
      neutral,
      Buffer.concat([Buffer.from([1]), Buffer.alloc(30), Buffer.from([0x80])]),
      Buffer.alloc(32),
      Buffer.from(`ec${'ff'.repeat(30)}7f`, 'hex'),
      Buffer.from('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85', 'hex'),
      Buffer.from('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa', 'hex'),
    ];
    for (const raw of weak) expect(readPublicKey(raw.toString('hex')), raw.toString('hex')).toBeNull();
  });
});

describe('the proof of possession', () => {
  it('holds for this key and this challenge alone', () => {
    const signature = key.sign(enrolmentMessage(nonce, key.publicKey));
    const other = readSealingKey(
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    expect(isProven(nonce, key.publicKey, signature)).toBe(true);
    expect(isProven(Buffer.alloc(32, 8), key.publicKey, signature)).toBe(false);
    expect(isProven(nonce, other.publicKey, signature)).toBe(false);
    expect(isProven(nonce, key.publicKey, other.sign(enrolmentMessage(nonce, key.publicKey)))).toBe(false);
  });

  it('is made by an installation for challenges only, and for its own key', () => {
    const text = enrolmentMessage(nonce, key.publicKey);
    const bare = text.slice(0, -64);
    for (const asked of [text, bare, ` ${text}\n`]) {
      const answer = answerChallenge(key, asked);
      expect(answer && isProven(nonce, key.publicKey, answer)).toBe(true);
    }
    for (const asked of ['', 'lexport-audit-block-1:x', `${bare}${'a'.repeat(64)}`, `x${text}`, `${text}0`])
      expect(answerChallenge(key, asked)).toBeNull();
  });

  it('is read as digits and as Base64', () => {
    const signature = key.sign('x');
    expect(readSignatureText(signature.toString('hex'))).toEqual(signature);
    expect(
      readSignatureText(`${signature.toString('base64').slice(0, 40)}\n${signature.toString('base64').slice(40)}`),
    ).toEqual(signature);
    for (const text of ['', 'abc', signature.toString('hex').slice(2), '!!'.repeat(64)])
      expect(readSignatureText(text)).toBeNull();
  });
});
