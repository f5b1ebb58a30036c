import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Message = { id: string; type: string; data: Record<string, { id: string }>; genuine: boolean };

/** Somebody else's system that receives webhooks, on this machine; it checks each signature as Standard Webhooks says. */
export async function startReceiver() {
  const messages: Message[] = [];
  const receiver = { url: '', secret: '', status: 204, messages, close };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const header = (name: string) => String(request.headers[name] ?? '');
    const [id, moment, signature] = [header('webhook-id'), header('webhook-timestamp'), header('webhook-signature')];
    const key = Buffer.from(receiver.secret.replace('whsec_', ''), 'base64');
    const wanted = createHmac('sha256', key).update(`${id}.${moment}.${body}`).digest('base64');
    const { type, data } = JSON.parse(body) as Message;
    messages.push({ id, type, data, genuine: signature.split(' ').includes(`v1,${wanted}`) });
    response.writeHead(receiver.status, { 'Content-Type': 'text/plain' }).end('gehoord');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return receiver;

  async function close(): Promise<void> {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
