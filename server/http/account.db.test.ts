import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#db/testing/eventually.ts';
import { createAuth } from '#server/auth/auth.ts';
import { startLive } from '#server/live/start-live.ts';
import { type TestClient, testClient } from './testing/test-client.ts';
import { type TestDoor, testDoor } from './testing/test-door.ts';

let door: TestDoor;
const open: Socket[] = [];
beforeAll(async () => {
  door = await testDoor({ MAX_API_KEYS: '3', REQUESTS_PER_MINUTE: '60' });
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => door.close());

const audited = async (action: string) =>
  (await door.database.pool.query('SELECT * FROM audit_entries WHERE action = $1 ORDER BY id', [action])).rows;

async function connect(url: string, extraHeaders: Record<string, string>): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], reconnection: false, extraHeaders });
  open.push(socket);
  await new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(null));
    socket.once('connect_error', reject);
  });
  return socket;
}
const closing = (socket: Socket) => new Promise((resolve) => socket.once('disconnect', resolve));

/** One more web process, as far as its sockets go. */
async function anotherWeb(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const live = startLive(server, door.services, createAuth(door.services));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => live.stop() };
}

describe('sessions', () => {
  it('are listed with where they come from, and which of them is this one', async () => {
    const first = await door.signIn('viewer@om.example');
    const { body } = await first.get('/api/v1/account/sessions');
    const current = body.items.filter((one: { current: boolean }) => one.current);
    expect(current).toEqual([
      expect.objectContaining({ ip: '127.0.0.1', userAgent: expect.any(String), signedInBy: 'password' }),
    ]);
    expect(body.items.length).toBeGreaterThan(1);
    expect(JSON.stringify(body)).not.toContain(decodeURIComponent(first.cookie.split('=')[1] ?? '').split('.')[0]);
  });

  it('that are ended close their sockets at once, in every web process', async () => {
    const other = await anotherWeb();
    try {
      const [here, there] = await Promise.all([door.signIn('editor@om.example'), door.signIn('editor@om.example')]);
      const stays = await connect(other.url, { Cookie: here.cookie });
      const goes = [
        await connect(other.url, { Cookie: there.cookie }),
        await connect(door.url, { Cookie: there.cookie }),
      ];
      const closed = Promise.all(goes.map(closing));
      const { body } = await there.get('/api/v1/account/sessions');
      const { id } = body.items.find((one: { current: boolean }) => one.current);
      expect((await here.call('DELETE', `/api/v1/account/sessions/${id}`)).body).toEqual({ ended: 1 });
      await closed;
      expect(stays.connected).toBe(true);
      expect((await there.get('/api/v1/me')).status).toBe(401);
      expect((await audited('session.revoke')).at(-1)).toMatchObject({
        actor_name: 'editor',
        details: { session: id },
      });
    } finally {
      await other.stop();
    }
  });

  it('of others are not one’s own to end, and all of one’s own but this one are', async () => {
    const mine = await door.signIn('editor@om.example');
    const theirs = (await door.people.lead.client.get('/api/v1/account/sessions')).body.items[0].id;
    expect((await mine.call('DELETE', `/api/v1/account/sessions/${theirs}`)).body.code).toBe('not_found');
    await door.signIn('editor@om.example');
    expect((await mine.call('DELETE', '/api/v1/account/sessions')).body.ended).toBeGreaterThan(0);
    expect((await mine.get('/api/v1/account/sessions')).body.items).toHaveLength(1);
    door.people.editor.client = mine;
  });

  it('of everybody in the organisation are the administrator’s to see and end, and nobody else’s', async () => {
    const { admin, lead } = door.people;
    const client = await door.signIn('viewer@om.example');
    const { body } = await admin.client.get('/api/v1/ways-in');
    expect(body.people.map((one: { email: string }) => one.email)).not.toContain('lead@dji.example');
    const { items } = (await client.get('/api/v1/account/sessions')).body;
    const { id } = items.find((one: { current: boolean }) => one.current);
    expect((await lead.client.call('DELETE', `/api/v1/ways-in/sessions/${id}`)).status).toBe(403);
    const found = (await admin.client.get('/api/v1/ways-in?q=VIEWER%40om')).body;
    expect([found.people.length, found.total, found.people[0].email]).toEqual([1, 1, 'viewer@om.example']);
    const socket = await connect(door.url, { Cookie: client.cookie });
    const closed = closing(socket);
    expect((await admin.client.call('DELETE', `/api/v1/ways-in/sessions/${id}`)).status).toBe(200);
    await closed;
    const outside = (await door.outsider.client.get('/api/v1/account/sessions')).body.items[0].id;
    expect((await admin.client.call('DELETE', `/api/v1/ways-in/sessions/${outside}`)).body.code).toBe('not_found');
  });
});

describe('API keys', () => {
  const make = (client: TestClient, scopes: string[], more: object = {}) =>
    client.post('/api/v1/account/keys', { name: 'nachtelijke export', scopes, days: 30, ...more });
  let key: string;
  let id: string;

  it('are said once, and kept as a hash', async () => {
    const made = await make(door.people.lead.client, ['definition:read', 'batch:read']);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'nachtelijke export', scopes: ['definition:read', 'batch:read'] });
    ({ key, id } = made.body);
    expect(key).toMatch(/^lxp_[A-Za-z]{48}$/);
    expect(made.body.start).toBe(key.slice(0, 8));
    const { rows } = await door.database.pool.query('SELECT * FROM api_keys');
    expect(JSON.stringify(rows)).not.toContain(key);
    const list = await door.people.lead.client.get('/api/v1/account/keys');
    expect(list.text).not.toContain(key);
    expect(list.body.items).toHaveLength(1);
    const [entry] = await audited('api_key.create');
    expect(entry).toMatchObject({ subject_id: id, details: { name: 'nachtelijke export' } });
    expect(JSON.stringify(entry)).not.toContain(key);
  });

  it('work in the name of their owner, for what they are for and no more', async () => {
    const program = testClient(door.url, '', key);
    const me = await program.get('/api/v1/me');
    expect(me.body).toMatchObject({ email: 'lead@om.example', actions: ['definition:read', 'batch:read'] });
    expect((await program.get('/api/v1/definitions')).status).toBe(200);
    const refused = await program.post('/api/v1/jobs', { operation: 'export', selection: { filter: {} } });
    expect([refused.status, refused.body.code]).toEqual([403, 'not_allowed']);
    const [entry] = (await audited('access.refused')).slice(-1);
    expect(entry).toMatchObject({ actor_name: 'lead', details: { apiKey: id } });
    const { items } = (await door.people.lead.client.get('/api/v1/account/keys')).body;
    expect(items[0].lastUsed).not.toBeNull();
  });

  it('grow with nothing: who may less tomorrow has a key that may less', async () => {
    const demote = (role: string) =>
      door.database.pool.query(`UPDATE users SET role = $1 WHERE email = 'admin@om.example'`, [role]);
    const { body } = await make(door.people.admin.client, ['audit:read', 'definition:read']);
    const program = testClient(door.url, '', body.key);
    expect((await program.get('/api/v1/audit-entries')).status).toBe(200);
    await demote('viewer');
    expect((await program.get('/api/v1/audit-entries')).status).toBe(403);
    expect((await program.get('/api/v1/definitions')).status).toBe(200);
    await demote('admin');
  });

  it('never mix with cookies: the key counts, and the cookie does nothing', async () => {
    const both = testClient(door.url, door.people.admin.client.cookie, key);
    const me = await both.get('/api/v1/me');
    expect(me.body.email).toBe('lead@om.example');
    expect(me.headers.getSetCookie()).toEqual([]);
    const wrong = testClient(door.url, door.people.admin.client.cookie, `lxp_${'x'.repeat(48)}`);
    expect((await wrong.get('/api/v1/me')).body.code).toBe('wrong_key');
  });

  it('are not asked where they come from: no website can make a browser send one', async () => {
    const program = testClient(door.url, '', key);
    const body = { selection: { filter: {} } };
    const foreign = await program.post('/api/v1/selections/count', body, { Origin: 'https://elsewhere.example' });
    expect(foreign.status).toBe(200);
  });

  it.each([
    ['a scope beyond the role', ['audit:read'], {}, 'scope_not_yours'],
    ['no scope at all', [], {}, 'invalid_request'],
    ['no end', ['definition:read'], { days: undefined }, 'invalid_request'],
    ['an end too far off', ['definition:read'], { days: 366 }, 'invalid_request'],
  ])('are not made with %s', async (_, scopes, more, code) => {
    expect((await make(door.people.lead.client, scopes, more)).body.code).toBe(code);
  });

  it('open nothing of the account they belong to', async () => {
    const program = testClient(door.url, '', key);
    for (const path of ['account/keys', 'account/sessions', 'account/second-factor', 'ways-in']) {
      const answer = await program.get(`/api/v1/${path}`);
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'session_needed']);
    }
    expect((await make(program, ['definition:read'])).body.code).toBe('session_needed');
  });

  it('are so many and no more, also when asked for at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => make(door.people.editor.client, ['definition:read'])),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.find(({ status }) => status !== 201)?.body).toMatchObject({ code: 'too_many_keys' });
  });

  it('let a socket watch, and close it when they are revoked', async () => {
    const socket = await connect(door.url, { Authorization: `Bearer ${key}` });
    const closed = closing(socket);
    expect((await door.people.editor.client.call('DELETE', `/api/v1/account/keys/${id}`)).status).toBe(404);
    expect((await door.people.admin.client.call('DELETE', `/api/v1/ways-in/keys/${id}`)).status).toBe(200);
    await closed;
    expect((await testClient(door.url, '', key).get('/api/v1/me')).body.code).toBe('wrong_key');
    expect((await audited('api_key.revoke')).at(-1)).toMatchObject({
      actor_name: 'admin',
      details: { start: key.slice(0, 8) },
    });
    await expect(connect(door.url, { Authorization: `Bearer ${key}` })).rejects.toThrow('not_signed_in');
  });

  it('end when they were said to', async () => {
    const { body } = await make(door.people.lead.client, ['definition:read']);
    const program = testClient(door.url, '', body.key);
    expect((await program.get('/api/v1/me')).status).toBe(200);
    await door.database.pool.query(
      `UPDATE api_keys SET created_at = now() - interval '3 days', expires_at = now() - interval '1 second' WHERE id = $1`,
      [body.id],
    );
    expect((await program.get('/api/v1/me')).body.code).toBe('wrong_key');
  });

  it('have so many calls a minute, each for itself', async () => {
    const { body } = await make(door.people.lead.client, ['definition:read']);
    const program = testClient(door.url, '', body.key);
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => program.get('/api/v1/me')));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    const late = await program.get('/api/v1/me');
    expect([late.status, late.body.code]).toEqual([429, 'too_many_requests']);
    expect(Number(late.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await door.people.lead.client.get('/api/v1/me')).status).toBe(200);
  });

  it('cannot be guessed for long from one address', async () => {
    const guess = (i: number) => testClient(door.url, '', `lxp_${'abcdefghij'[i % 10]?.repeat(48)}`).get('/api/v1/me');
    await eventually(async () => expect((await guess(1)).status).toBe(429));
  });
});
