import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type Received = {
  path: string;
  id: string;
  timestamp: number;
  signatures: string[];
  body: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: a receiver reads whatever it was sent
  json: any;
};

type Answer = (response: ServerResponse, received: Received) => void | Promise<void>;

/** Somebody else's system, as far as a test needs one: keeps what it is sent and answers as it is told. */
export async function startReceiver() {
  const received: Received[] = [];
  let answer: Answer = (response) => void response.writeHead(204).end();
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    const header = (name: string) => String(request.headers[name] ?? '');
    const one: Received = {
      path: request.url ?? '',
      id: header('webhook-id'),
      timestamp: Number(header('webhook-timestamp')),
      signatures: header('webhook-signature').split(' '),
      body,
      json: JSON.parse(body.toString('utf8')),
    };
    received.push(one);
    await answer(response, one);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    /** In the order in which they came. */
    received,
    /** How it answers from now on. */
    answers(next: Answer) {
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** What a receiver does with a message, written after the specification of Standard Webhooks and not after our sender. */
export function isSignedWith(secret: string, { id, timestamp, signatures, body }: Received): boolean {
  if (Math.abs(Date.now() / 1000 - timestamp) > 300) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const wanted = createHmac('sha256', key)
    .update(Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]))
    .digest();
  return signatures.some((signature) => {
    const [version, value = ''] = signature.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}
