import { readFile, writeFile } from 'node:fs/promises';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAuth } from '#server/auth/auth.ts';
import { demoUsersFile } from '#server/config.ts';
import { cookiesOf, testClient } from '#server/http/testing/test-client.ts';
import { PASSWORD, type TestDoor, testDoor } from '#server/http/testing/test-door.ts';
import { changePassword } from './change-password.ts';
import { readSession } from './read-session.ts';

const PATH = '/api/v1/account/password';
const OTHER = 'paard batterij nietje';

let door: TestDoor;
beforeAll(async () => {
  door = await testDoor({ SIGN_IN_ATTEMPTS: '3' });
});
afterAll(() => door.close());

const signIn = (email: string, password: string) => door.anonymous.post('/api/auth/sign-in/email', { email, password });
const change = (client: TestDoor['anonymous'], password: string, newPassword: string) =>
  client.call('PUT', PATH, { body: { password, newPassword } });
const audited = async (action: string) =>
  (await door.database.pool.query('SELECT * FROM audit_entries WHERE action = $1 ORDER BY id', [action])).rows;

it('ends every other session at once, sockets included, and goes on under a new number', async () => {
  const [here, there] = await Promise.all([door.signIn('editor@om.example'), door.signIn('editor@om.example')]);
  const socket = io(door.url, {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { Cookie: there.cookie },
  });
  await new Promise((resolve) => socket.once('connect', () => resolve(null)));
  const closed = new Promise((resolve) => socket.once('disconnect', resolve));
  const answer = await change(here, PASSWORD, OTHER);
  expect(answer.status).toBe(200);
  expect(answer.body.ended).toBeGreaterThanOrEqual(1);
  await closed;
  for (const before of [here, there]) expect((await before.get('/api/v1/me')).status).toBe(401);
  const inside = testClient(door.url, cookiesOf(answer.headers));
  const { items } = (await inside.get('/api/v1/account/sessions')).body;
  expect(items).toMatchObject([{ current: true, ip: '127.0.0.1', signedInBy: 'password' }]);
  expect((await signIn('editor@om.example', PASSWORD)).body.code).toBe('wrong_credentials');
  expect((await signIn('editor@om.example', OTHER)).status).toBe(200);
  const [entry] = await audited('password.change');
  expect(entry).toMatchObject({ actor_name: 'editor', details: { sessionsEnded: answer.body.ended } });
  expect(JSON.stringify(entry)).not.toContain(OTHER);
});

it('takes no short one, not the same one, and none from a key', async () => {
  const { client } = door.people.viewer;
  expect((await change(client, PASSWORD, 'elf tekens!')).body.code).toBe('invalid_request');
  expect((await change(client, PASSWORD, PASSWORD)).body.code).toBe('password_same');
  const { body } = await client.post('/api/v1/account/keys', { name: 'x', scopes: ['definition:read'], days: 1 });
  expect((await change(testClient(door.url, '', body.key), PASSWORD, OTHER)).status).toBe(403);
  expect((await client.get('/api/v1/me')).status).toBe(200);
});

it('counts wrong guesses with those at the door, and locks as that does', async () => {
  const { client } = door.people.lead;
  for (let guess = 0; guess < 3; guess += 1)
    expect((await change(client, `geraden wachtwoord ${guess}`, OTHER)).body.code).toBe('wrong_password');
  expect((await change(client, PASSWORD, OTHER)).body.code).toBe('account_locked');
  expect((await signIn('lead@om.example', PASSWORD)).body.code).toBe('account_locked');
  expect((await audited('session.locked')).at(-1)).toMatchObject({ actor_name: 'lead' });
});

it('is for who has a password here, and not for who comes from a provider', async () => {
  const { client, actor } = door.people.auditor;
  await door.database.pool.query('UPDATE accounts SET password = NULL WHERE user_id = $1', [actor.id]);
  expect((await change(client, PASSWORD, OTHER)).body.code).toBe('no_password');
});

it('takes whoever has one of their own off the list of those who sign in to the demo with one press', async () => {
  const { client } = door.people.admin;
  const config = { ...door.services.config, demo: true };
  const file = demoUsersFile(config);
  await writeFile(file, JSON.stringify([{ email: 'admin@om.example' }, { email: 'lead@om.example' }]));
  const auth = createAuth(door.services);
  const headers = new Headers({ cookie: client.cookie });
  const origin = { ip: null, userAgent: null, correlationId: 'proef' };
  const session = await readSession({ auth, config }, headers, origin);
  if (!session) throw new Error('Nobody is signed in');
  await changePassword(
    { ...door.services, config },
    auth,
    { session, headers },
    { password: PASSWORD, newPassword: OTHER },
  );
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([{ email: 'lead@om.example' }]);
});
