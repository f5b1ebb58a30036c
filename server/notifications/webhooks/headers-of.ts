import { APPLICATION } from '#server/application.ts';
import { openSecret } from './secrets.ts';
import { signatureOf } from './sign.ts';

type Signable = {
  eventId: string;
  startedAt: Date;
  body: string;
  webhook: { id: string; secret: string; previousSecret: string | null };
};

/**
 * The headers of one attempt. The id is that of the event, the same at every attempt, so that a receiver can tell what it has
 * had; the timestamp is that of the attempt. Null when the secret cannot be opened: then nothing is sent.
 */
export function headersOf(
  { eventId, startedAt, body, webhook }: Signable,
  authSecret: string,
): Record<string, string> | null {
  const sealed = [webhook.secret, ...(webhook.previousSecret ? [webhook.previousSecret] : [])];
  const [current, ...previous] = sealed.map((one) => openSecret(one, webhook.id, authSecret));
  if (!current) return null;
  const secrets = [current, ...previous.filter((secret) => secret !== null)];
  const id = messageId(eventId);
  const timestamp = Math.floor(startedAt.getTime() / 1000);
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'User-Agent': `${APPLICATION.name}/${APPLICATION.version}`,
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatureOf({ id, timestamp, body }, secrets),
  };
}

export function messageId(eventId: string): string {
  return `msg_${eventId}`;
}
