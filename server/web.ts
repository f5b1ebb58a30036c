import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import next from 'next';
import { openPool } from '#db/client.ts';
import { createAuth } from './auth/auth.ts';
import { loadConfig } from './config.ts';
import { createApi } from './http/api.ts';
import { guardPage } from './http/guard-page.ts';
import { isApiPath } from './http/is-api-path.ts';
import { startLive } from './live/start-live.ts';
import { openQueue } from './queue/pg-boss-queue.ts';
import type { Services } from './services.ts';
import { followParent } from './start/follow-parent.ts';
import { diskStorage } from './storage/disk-storage.ts';

/** The web process: one server on one port for the API, the sockets and the pages. */

const ROOT = join(import.meta.dirname, '..');
/** An upload over a slow line takes its time; headers still have to come within Node's own minute. */
const REQUEST_TIMEOUT_MS = 3_600_000;
const KEEP_ALIVE_MS = 65_000;
/** For answers that are under way when we are asked to stop. */
const FINISH_WITHIN_MS = 2_000;

const config = loadConfig();
const pool = openPool(config.databaseUrl, { connections: 20, name: 'lexport-web' });
const queue = await openQueue(config.databaseUrl, { worker: false });
const services: Services = { pool, queue, config, storage: diskStorage(join(config.dataDir, 'files')) };
const auth = createAuth(services);
const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS });
const pages = next({ dev: config.dev, dir: ROOT, httpServer: server, hostname: config.host, port: config.port });
await pages.prepare();

const api = createApi(services, { auth });
const answerApi = getRequestListener(api.fetch, { overrideGlobalObjects: false });
const answerPage = pages.getRequestHandler();
server.on('request', (request: IncomingMessage, response: ServerResponse) => {
  if (isApiPath(request.url ?? '/')) return void answerApi(request, response);
  guardPage(config, request, response);
  void answerPage(request, response);
});
// After the listener above: it puts itself in front of it.
const live = startLive(server, services, auth);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  const closed = once(server, 'close');
  server.close();
  await live.stop();
  server.closeIdleConnections();
  await Promise.race([closed, pause(FINISH_WITHIN_MS)]);
  server.closeAllConnections();
  await Promise.allSettled([queue.stop(), pool.end(), pages.close()]);
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
followParent(() => void stop());

server.once('error', (error: NodeJS.ErrnoException) => {
  const sentence = error.code === 'EADDRINUSE' ? `Port ${config.port} is in use; set PORT to another.` : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
});
server.listen(config.port, config.host);
