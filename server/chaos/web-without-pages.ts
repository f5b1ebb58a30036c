import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { openPool } from '#db/client.ts';
import { createAuth } from '#server/auth/auth.ts';
import { loadConfig } from '#server/config.ts';
import { createApi } from '#server/http/api.ts';
import { startLive } from '#server/live/start-live.ts';
import { openQueue } from '#server/queue/pg-boss-queue.ts';
import type { Services } from '#server/services.ts';
import { followParent } from '#server/start/follow-parent.ts';
import { diskStorage } from '#server/storage/disk-storage.ts';

/** The web process as web.ts puts it together, but for the pages, which would have to be built first. */
const config = loadConfig();
const pool = openPool(config.databaseUrl, { connections: 20, name: 'lexport-web' });
const queue = await openQueue(config.databaseUrl, { worker: false });
const services: Services = { pool, queue, config, storage: diskStorage(join(config.dataDir, 'files')) };
const auth = createAuth(services);
const server = createServer();
const api = createApi(services, { auth });
server.on('request', getRequestListener(api.fetch, { overrideGlobalObjects: false }));
const live = startLive(server, services, auth);

async function stop(): Promise<void> {
  server.close();
  await live.stop();
  server.closeAllConnections();
  await Promise.allSettled([queue.stop(), pool.end()]);
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
followParent(() => void stop());
server.listen(config.port, config.host);
