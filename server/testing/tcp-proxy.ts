import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

export type TcpProxy = {
  /** The address, with the proxy's port in place of the server's. */
  url: string;
  /** From now on a connection that listens, now or later, hears and is heard no more, and is not told so. */
  silenceListeners(): void;
  /** Connections are as they should be again; those that were silenced end. */
  resume(): void;
  /** How many connections are silenced. */
  silenced(): number;
  close(): Promise<void>;
};

type Line = { client: Socket; server: Socket; listens: boolean };

/**
 * Stands between a program and its Postgres: a slow network, on which every answer takes `delayMs` longer, or one that loses a
 * connection without telling anybody.
 */
export async function openTcpProxy(target: string, { delayMs = 0 } = {}): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const lines = new Set<Line>();
  let silent = false;
  const isSilent = (line: Line) => silent && line.listens;

  const proxy = createServer((client) => {
    const line: Line = { client, server: createConnection(Number(port), hostname), listens: false };
    lines.add(line);
    const end = () => {
      lines.delete(line);
      client.destroy();
      line.server.destroy();
    };
    for (const socket of [client, line.server]) socket.setNoDelay(true).on('error', end).on('close', end);
    client.on('data', (data) => {
      line.listens ||= data.includes('LISTEN ');
      if (!isSilent(line)) line.server.write(data);
    });
    line.server.on('data', (data) => {
      const pass = () => !isSilent(line) && client.write(data);
      // Timers of one length fire in their order, so the bytes stay in theirs.
      if (delayMs > 0) setTimeout(pass, delayMs);
      else pass();
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: Object.assign(new URL(target), { port: String((proxy.address() as AddressInfo).port) }).href,
    silenceListeners: () => {
      silent = true;
    },
    resume: () => {
      for (const line of lines) if (isSilent(line)) line.client.destroy();
      silent = false;
    },
    silenced: () => [...lines].filter(isSilent).length,
    async close() {
      for (const { client, server } of lines) for (const socket of [client, server]) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
