import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, request } from '@playwright/test';
import { connection } from './database.ts';
import { PRODUCT } from './product.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export type SecondWeb = { url: string; close(): Promise<void> };

/** One more web process over the same database and files, set up otherwise: as an installation of one's own, without a demo. */
export async function startSecondWeb(settings: Record<string, string>): Promise<SecondWeb> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { user, password, host, port: databasePort, database } = connection();
  const web = spawn(process.execPath, [join(ROOT, 'server', 'web.ts')], {
    cwd: ROOT,
    // The channel is how it hears that whoever started it is gone.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      DATABASE_URL: `postgres://${user}:${password}@${host}:${databasePort}/${database}`,
      DATA_DIR: PRODUCT.dataDir,
      AUTH_SECRET: readFileSync(join(PRODUCT.dataDir, 'auth-secret'), 'utf8').trim(),
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      LOG_LEVEL: 'warn',
      ...settings,
    },
  });
  const caller = await request.newContext();
  await expect
    .poll(async () => (await caller.get(`${url}/readyz`).catch(() => null))?.status() ?? web.exitCode)
    .toBe(200);
  await caller.dispose();
  return {
    url,
    async close() {
      if (web.exitCode !== null) return;
      const ended = once(web, 'exit');
      web.kill('SIGTERM');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
