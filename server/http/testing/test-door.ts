import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { hashPassword } from 'better-auth/crypto';
import { ensureOrganisation } from '#db/queries/ensure-organisation.ts';
import { insertUser } from '#db/queries/insert-user.ts';
import { type TestDatabase, testDatabase } from '#db/testing/test-database.ts';
import { type Actor, ROLES, type Role } from '#domain/access.ts';
import type { Classification } from '#domain/definition.ts';
import { createAuth } from '#server/auth/auth.ts';
import { loadConfig } from '#server/config.ts';
import { createApi } from '#server/http/api.ts';
import { startLive } from '#server/live/start-live.ts';
import { openQueue } from '#server/queue/pg-boss-queue.ts';
import type { Services } from '#server/services.ts';
import { diskStorage } from '#server/storage/disk-storage.ts';
import { cookiesOf, type TestClient, testClient } from './test-client.ts';

export const PASSWORD = 'correct horse battery staple';
export const ORGANISATION = 'Openbaar Ministerie';
export const OTHER_ORGANISATION = 'Dienst Justitiële Inrichtingen';

export type TestPerson = { actor: Actor; email: string; client: TestClient };

export type Hired = { role: Role; email: string; organisation?: string; clearance?: Classification };

export type TestDoor = {
  url: string;
  database: TestDatabase;
  services: Services;
  /** One person per role, signed in, all of one organisation. */
  people: Record<Role, TestPerson>;
  /** The lead of another organisation, signed in. */
  outsider: TestPerson;
  anonymous: TestClient;
  /** One more person, signed in. */
  hire(person: Hired): Promise<TestPerson>;
  signIn(email: string, password?: string): Promise<TestClient>;
  close(): Promise<void>;
};

/**
 * The whole door over a real server and a database of its own. `environment` overrides configuration, such as
 * `{ SESSION_IDLE_MINUTES: '1' }`. Close it in `afterAll`.
 */
export async function testDoor(environment: Record<string, string> = {}): Promise<TestDoor> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'lexport-door-'));
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = loadConfig({
    DATABASE_URL: database.url,
    AUTH_SECRET: 'a secret of the tests, long enough to be one',
    DATA_DIR: dataDir,
    PUBLIC_URL: url,
    LOG_LEVEL: 'silent',
    // What asks for it says so.
    SECOND_FACTOR_FOR: 'none',
    ...environment,
  });
  const queue = await openQueue(database.url, { worker: false });
  const services: Services = { pool: database.pool, queue, config, storage: diskStorage(join(dataDir, 'files')) };
  const auth = createAuth(services);
  const api = createApi(services, { auth });
  server.on('request', getRequestListener(api.fetch, { overrideGlobalObjects: false }));
  const live = startLive(server, services, auth);

  const signIn = async (email: string, password = PASSWORD) => {
    const answer = await testClient(url).post('/api/auth/sign-in/email', { email, password });
    if (answer.status !== 200) throw new Error(`Signing in as ${email} answered ${answer.status}: ${answer.text}`);
    return testClient(url, cookiesOf(answer.headers));
  };
  const passwordHash = await hashPassword(PASSWORD);
  const hire: TestDoor['hire'] = async ({ role, email, organisation = ORGANISATION, clearance = 'vertrouwelijk' }) => {
    const { pool } = services;
    const organisationId = await ensureOrganisation(pool, organisation);
    const name = email.split('@')[0] as string;
    const id = (await insertUser(pool, { name, email, role, organisationId, clearance, passwordHash })) as string;
    const origin = { ip: null, userAgent: null, correlationId: 'test' };
    return { actor: { id, name, role, organisationId, clearance, origin }, email, client: await signIn(email) };
  };
  const people = await hireAll(hire);
  return {
    url,
    database,
    services,
    ...people,
    anonymous: testClient(url),
    hire,
    signIn,
    async close() {
      await live.stop();
      server.closeAllConnections();
      server.close();
      await queue.stop();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function hireAll(hire: TestDoor['hire']): Promise<Pick<TestDoor, 'people' | 'outsider'>> {
  const people = {} as Record<Role, TestPerson>;
  for (const role of ROLES) people[role] = await hire({ role, email: `${role}@om.example` });
  const outsider = await hire({ role: 'lead', email: 'lead@dji.example', organisation: OTHER_ORGANISATION });
  return { people, outsider };
}
