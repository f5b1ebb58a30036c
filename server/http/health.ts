import { access } from 'node:fs/promises';
import { pendingMigrations } from '#db/queries/pending-migrations.ts';
import { APPLICATION } from '#server/application.ts';
import { demoUsersFile } from '#server/config.ts';
import type { Services } from '#server/services.ts';
import type { Api } from './endpoint.ts';

/** For operators: is it alive, can it work, what is it. Without a session, without secrets. */
export function addHealth(api: Api, services: Services): void {
  api.get('/livez', (c) => c.json({ status: 'ok' }));
  api.get('/readyz', async (c) => {
    const checks = await check(services);
    const ready = Object.values(checks).every((result) => result === 'ok');
    return c.json({ status: ready ? 'ok' : 'not_ready', checks }, ready ? 200 : 503);
  });
  api.get('/version', (c) => c.json({ ...APPLICATION, node: process.version, limits: services.config.limits }));
}

/** Each thing this process cannot work without, and whether it is there. */
async function check({ pool, storage, config }: Services): Promise<Record<string, string>> {
  const result = async (work: () => Promise<unknown>) => {
    try {
      return (await work()) === false ? 'waiting' : 'ok';
    } catch {
      return 'failed';
    }
  };
  const [database, migrations, files, demoUsers] = await Promise.all([
    result(() => pool.query('SELECT 1')),
    result(async () => (await pendingMigrations(pool)) === 0),
    result(() => storage.check()),
    result(async () => (config.demo ? access(demoUsersFile(config)) : undefined)),
  ]);
  return { database, migrations, files, demoUsers };
}
