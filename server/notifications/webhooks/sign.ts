import { createHmac } from 'node:crypto';
import { SECRET_PREFIX } from './secrets.ts';

export type Signed = { id: string; timestamp: number; body: string };

/**
 * The value of `webhook-signature` (Standard Webhooks): for each secret `v1,` and the base64 of an HMAC-SHA256 over
 * `id.timestamp.body`, with a space between them. `timestamp` in seconds.
 */
export function signatureOf({ id, timestamp, body }: Signed, secrets: readonly string[]): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
