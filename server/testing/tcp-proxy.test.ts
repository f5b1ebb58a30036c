import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '#db/testing/eventually.ts';
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts';

/** A server that says everything back. */
let echo: Server;
let proxy: TcpProxy;
const open: Socket[] = [];
beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => {}).pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await proxy.close();
  echo.close();
});

const target = () => `postgres://127.0.0.1:${(echo.address() as AddressInfo).port}/any`;

async function connect() {
  const socket = createConnection(Number(new URL(proxy.url).port), '127.0.0.1').on('error', () => {});
  open.push(socket);
  let heard = '';
  socket.on('data', (data) => {
    heard += data;
  });
  await once(socket, 'connect');
  return { socket, heard: () => heard };
}

describe('a proxy before a database', () => {
  it('passes on what both sides say, in order and late', async () => {
    proxy = await openTcpProxy(target(), { delayMs: 50 });
    const { socket, heard } = await connect();
    const before = performance.now();
    for (const letter of 'abcdef') socket.write(letter);
    await eventually(() => expect(heard()).toBe('abcdef'));
    expect(performance.now() - before).toBeGreaterThan(45);
  });

  it('loses the connections that listen, and no others, without a word', async () => {
    proxy = await openTcpProxy(target());
    const [listener, other] = [await connect(), await connect()];
    listener.socket.write('LISTEN "jobs"');
    await eventually(() => expect(listener.heard()).toContain('LISTEN'));
    proxy.silenceListeners();
    listener.socket.write(' and more');
    other.socket.write('still here');
    await eventually(() => expect(other.heard()).toBe('still here'));
    expect([proxy.silenced(), listener.heard(), listener.socket.closed]).toEqual([1, 'LISTEN "jobs"', false]);
    const closed = once(listener.socket, 'close');
    proxy.resume();
    await closed;
    const again = await connect();
    again.socket.write('LISTEN again');
    await eventually(() => expect(again.heard()).toBe('LISTEN again'));
  });
});
