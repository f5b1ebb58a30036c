import { access } from 'node:fs/promises';
import { pendingMigrations } from '#db/queries/pending-migrations.ts';
import { secondsSinceBeat } from '#db/queries/processors.ts';
import { Problem } from '#domain/errors.ts';
import { APPLICATION } from '#server/application.ts';
import { demoUsersFile } from '#server/config.ts';
import { createMetrics } from '#server/monitoring/collect-metrics.ts';
import { METRICS_TYPE } from '#server/monitoring/metrics-text.ts';
import type { Services } from '#server/services.ts';
import type { Api } from './endpoint.ts';
import { metricsAccess } from './metrics-access.ts';

/** For operators: is it alive, can it work, how does it do, what is it. Without a session, without secrets. */
export function addHealth(api: Api, services: Services): void {
  api.get('/livez', (c) => c.json({ status: 'ok' }));
  api.get('/readyz', async (c) => {
    const [checks, processor] = await Promise.all([check(services), seenProcessor(services)]);
    const ready = Object.values(checks).every((result) => result === 'ok');
    return c.json({ status: ready ? 'ok' : 'not_ready', checks, processor }, ready ? 200 : 503);
  });
  api.get('/version', (c) => c.json({ ...APPLICATION, node: process.version, limits: services.config.limits }));
  const metrics = createMetrics(services);
  api.get('/metrics', async (c) => {
    const verdict = metricsAccess(services.config.metricsToken, {
      peer: c.env.incoming.socket.remoteAddress,
      header: (name) => c.req.header(name),
    });
    if (verdict === 'hidden') throw new Problem('not_found');
    if (verdict === 'refused') return c.text('Unauthorized\n', 401, { 'WWW-Authenticate': 'Bearer realm="metrics"' });
    return c.body(await metrics(), 200, { 'Content-Type': METRICS_TYPE });
  });
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

/** For information: this process can serve people without a processor, their jobs wait. Null: none was seen within the last day. */
async function seenProcessor({ pool }: Services): Promise<{ lastSeenSeconds: number | null }> {
  const seconds = await secondsSinceBeat(pool).catch(() => null);
  return { lastSeenSeconds: seconds === null ? null : Math.round(seconds) };
}
