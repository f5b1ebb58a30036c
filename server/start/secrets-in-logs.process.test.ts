import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#db/testing/eventually.ts';
import { cookiesOf, testClient } from '#server/http/testing/test-client.ts';

/** The product as people start it, saying everything it ever says, while it is used and misused. */

const ROOT = join(import.meta.dirname, '..', '..');
const PROVIDER = {
  OIDC_ISSUER: 'http://127.0.0.1:1',
  OIDC_CLIENT_ID: 'x',
  OIDC_CLIENT_SECRET: 'geheim-van-de-provider',
};
const GIVEN = {
  ...PROVIDER,
  SMTP_URL: 'smtp://mailer:geheim-van-smtp@127.0.0.1:1',
  METRICS_TOKEN: 'geheim-van-de-metingen',
};

type User = { email: string; password: string; role: string };

let dataDir: string;
let url: string;
let child: ReturnType<typeof spawn>;
let logged = '';
let printed = '';
let users: User[];
let cookie: string;
let key: string;
let secondFactor: { secret: string; backupCodes: string[] };

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'lexport-logs-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  child = spawn(process.execPath, ['server/start.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...GIVEN,
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'debug',
      SMTP_FROM: 'lexport@example.org',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (part) => {
    printed += part;
  });
  child.stderr?.on('data', (part) => {
    logged += part;
  });
  await eventually(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200));
  await eventually(() => expect(printed).toContain('Stop with Ctrl-C.'));
  users = JSON.parse(readFileSync(join(dataDir, 'demo-users.json'), 'utf8'));
  await useAndMisuse();
  await eventually(() => expect(() => readFileSync(join(dataDir, 'audit-key.pem'))).not.toThrow());
  child.kill('SIGTERM');
  await once(child, 'exit');
}, 200_000);
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

async function useAndMisuse(): Promise<void> {
  const { email, password } = users.find(({ role }) => role === 'lead') as User;
  const anonymous = testClient(url);
  await anonymous.post('/api/auth/sign-in/email', { email, password: 'een-geraden-wachtwoord' });
  const answer = await anonymous.post('/api/auth/sign-in/email', { email, password });
  expect(answer.status).toBe(200);
  cookie = cookiesOf(answer.headers);
  const lead = testClient(url, cookie);
  await lead.get('/api/v1/definitions?q=een-woord-uit-een-dossier');
  await lead.post('/api/v1/jobs', { operation: 'export', selection: { filter: { q: 'een-woord-uit-een-dossier' } } });
  await lead.call('POST', '/api/v1/uploads', {
    raw: 'een-regel-uit-een-dossier',
    headers: { 'X-File-Name': 'een-naam-uit-een-dossier.json' },
  });
  await lead.post('/api/v1/batches', { wrong: 'een-regel-uit-een-dossier' });
  await lead.get('/api/v1/audit-entries');
  await lead.get('/metrics', { Authorization: `Bearer ${GIVEN.METRICS_TOKEN}` });
  await lead.get('/');
  const made = await lead.post('/api/v1/account/keys', { name: 'x', scopes: ['definition:read'], days: 1 });
  key = made.body.key;
  await testClient(url, '', key).get('/api/v1/definitions');
  await testClient(url, '', key).post('/api/v1/jobs', {});
  secondFactor = (await lead.post('/api/v1/account/second-factor', { password })).body;
  await lead.get('/api/auth/sign-in/oidc');
}

describe('the log of a product that says all it can', () => {
  it('is there, in lines of JSON', () => {
    const lines = logged
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('holds no secret', () => {
    const file = (name: string) => readFileSync(join(dataDir, name), 'utf8').trim();
    const secrets = {
      'the secret of sessions': file('auth-secret'),
      'the password of the database': file('postgres-password'),
      'the key of the audit trail': file('audit-key.pem').split('\n')[1] as string,
      'the password of the mail server': 'geheim-van-smtp',
      'the token of the metrics': GIVEN.METRICS_TOKEN,
      'a session': (cookie.split('=')[1] ?? '').split('.')[0] as string,
      'an API key': key,
      'the secret of a second factor': secondFactor.secret,
      'a recovery code': secondFactor.backupCodes[0] as string,
      'the secret of the provider': PROVIDER.OIDC_CLIENT_SECRET,
      'a guessed password': 'een-geraden-wachtwoord',
      ...Object.fromEntries(users.map(({ role, password }) => [`the password of the ${role}`, password])),
    };
    for (const [what, secret] of Object.entries(secrets)) {
      expect(secret.length, what).toBeGreaterThan(7);
      expect(logged.includes(secret), what).toBe(false);
    }
    // The demo shows its passwords once, to whoever started it; nothing else is shown there.
    for (const what of [
      'the secret of sessions',
      'the password of the database',
      'the key of the audit trail',
    ] as const) {
      expect(printed.includes(secrets[what] as string), what).toBe(false);
    }
  });

  it('holds nothing of what people sent', () => {
    expect(logged).not.toMatch(/een-(woord|regel|naam)-uit-een-dossier/);
    for (const { email } of users) expect(logged).not.toContain(email);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
