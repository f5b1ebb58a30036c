import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookiesOf, type TestClient, testClient } from '#server/http/testing/test-client.ts';
import { PASSWORD, type TestDoor, testDoor } from '#server/http/testing/test-door.ts';

const PATH = '/api/v1/account/second-factor';
const STEP_MS = 30_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

let door: TestDoor;
beforeAll(async () => {
  door = await testDoor({ SECOND_FACTOR_FOR: 'admin' });
});
afterAll(() => door.close());

/** What an app shows (RFC 6238), `steps` half minutes from now. */
function codeOf(secret: string, steps = 0): string {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const moment = Buffer.alloc(8);
  moment.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + steps));
  const hash = createHmac('sha1', key).update(moment).digest();
  const at = (hash.at(-1) as number) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const attempt = (email: string, password = PASSWORD) =>
  door.anonymous.post('/api/auth/sign-in/email', { email, password });
const audited = async (action: string) =>
  (await door.database.pool.query('SELECT * FROM audit_entries WHERE action = $1 ORDER BY id', [action])).rows;

async function enrol(client: TestClient): Promise<{ client: TestClient; secret: string; backupCodes: string[] }> {
  const { body } = await client.post(PATH, { password: PASSWORD });
  const confirmed = await client.call('PUT', PATH, { body: { code: codeOf(body.secret) } });
  expect(confirmed).toMatchObject({ status: 200, body: { enabled: true } });
  return { ...body, client: testClient(door.url, cookiesOf(confirmed.headers)) };
}

/** The second step, with the cookie of the first. */
async function second(email: string, body: object) {
  const first = await attempt(email);
  expect(first.body).toEqual({ codeNeeded: true });
  const client = testClient(door.url, cookiesOf(first.headers));
  expect((await client.get('/api/v1/me')).status).toBe(401);
  return client.post('/api/auth/sign-in/code', body);
}

describe('a role that needs a second factor', () => {
  it('comes as far as making one, and sees nothing else before', async () => {
    const { client } = door.people.admin;
    expect((await client.get('/api/v1/me')).body).toMatchObject({ mustEnrol: true, actions: [] });
    for (const path of ['definitions', 'audit-entries', 'account/sessions', 'account/keys', 'ways-in']) {
      const answer = await client.get(`/api/v1/${path}`);
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'second_factor_needed']);
    }
    expect((await client.get(PATH)).body).toEqual({ enabled: false, required: true, available: true });
  });

  it('is in with everything after the first right code, under a new session', async () => {
    const { client } = door.people.admin;
    expect((await client.post(PATH, { password: 'not it' })).body.code).toBe('wrong_password');
    const { body } = await client.post(PATH, { password: PASSWORD });
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/Lexport/);
    expect(body.backupCodes).toHaveLength(10);
    expect((await client.call('PUT', PATH, { body: { code: '000000' } })).body.code).toBe('wrong_code');
    const answer = await client.call('PUT', PATH, { body: { code: codeOf(body.secret) } });
    expect(answer.status).toBe(200);
    const inside = testClient(door.url, cookiesOf(answer.headers));
    expect((await inside.get('/api/v1/me')).body).toMatchObject({ mustEnrol: false });
    expect((await inside.get('/api/v1/definitions')).status).toBe(200);
    expect((await client.get('/api/v1/me')).status).toBe(401);
    expect((await inside.get('/api/v1/account/sessions')).body.items[0]).toMatchObject({ ip: '127.0.0.1' });
    const off = await inside.call('DELETE', PATH, { body: { password: PASSWORD } });
    expect([off.status, off.body.code]).toEqual([409, 'second_factor_required']);
    door.people.admin.client = inside;
    expect(await audited('second_factor.enable')).toHaveLength(1);
  });
});

describe('signing in with a second factor', () => {
  let secret: string;
  let backupCodes: string[];
  beforeAll(async () => {
    ({ secret, backupCodes } = await enrol(door.people.lead.client));
  });

  it('takes the code of the app, once', async () => {
    const code = codeOf(secret, 1);
    const answer = await second('lead@om.example', { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(answer).toMatchObject({ status: 200, body: { user: { email: 'lead@om.example' } } });
    expect((await testClient(door.url, cookiesOf(answer.headers)).get('/api/v1/definitions')).status).toBe(200);
    expect((await audited('session.start')).at(-1)).toMatchObject({ details: { secondFactor: 'code' } });
    const again = await second('lead@om.example', { code });
    expect([again.status, again.body.code]).toEqual([422, 'wrong_code']);
  });

  it('takes a code that was kept, once', async () => {
    const [backupCode] = backupCodes;
    expect((await second('lead@om.example', { backupCode })).status).toBe(200);
    expect((await second('lead@om.example', { backupCode })).body.code).toBe('wrong_code');
    expect((await second('lead@om.example', { backupCode: backupCodes[1] })).status).toBe(200);
  });

  it('is not to be had without the password', async () => {
    const answer = await door.anonymous.post('/api/auth/sign-in/code', { code: codeOf(secret) });
    expect(answer.body.code).toBe('code_too_late');
    const forged = testClient(door.url, 'lexport.two_factor=2fa-made-up.signature');
    expect((await forged.post('/api/auth/sign-in/code', { code: codeOf(secret) })).body.code).toBe('code_too_late');
  });

  it('locks after five wrong codes, for passwords too; a right password in between buys nothing', async () => {
    const codes = [];
    for (let i = 0; i < 5; i++) codes.push((await second('lead@om.example', { code: '000000' })).body.code);
    expect(codes).toEqual(Array(5).fill('wrong_code'));
    expect((await attempt('lead@om.example')).body.code).toBe('account_locked');
    expect((await audited('session.locked')).at(-1)).toMatchObject({ actor_name: 'lead' });
    await door.database.pool.query('DELETE FROM sign_in_failures');
  });
});

describe('a second factor', () => {
  it('is turned off with the password, and asked for no more', async () => {
    const { client, backupCodes } = await enrol(door.people.editor.client);
    expect((await client.post(PATH, { password: PASSWORD })).body.code).toBe('second_factor_there');
    const renewed = await client.post(`${PATH}/backup-codes`, { password: PASSWORD });
    expect(renewed.body.backupCodes).toHaveLength(10);
    expect((await second('editor@om.example', { backupCode: backupCodes[0] })).body.code).toBe('wrong_code');
    expect((await client.call('DELETE', PATH, { body: { password: 'no' } })).body.code).toBe('wrong_password');
    const off = await client.call('DELETE', PATH, { body: { password: PASSWORD } });
    expect(off.body).toMatchObject({ enabled: false });
    expect((await attempt('editor@om.example')).body.user).toBeDefined();
    expect(await audited('second_factor.disable')).toHaveLength(1);
  });

  it('that was lost is taken away by the administrator, and the sessions with it', async () => {
    const { client } = await enrol(door.people.viewer.client);
    const { actor } = door.people.viewer;
    const path = `/api/v1/ways-in/second-factors/${actor.id}`;
    expect((await door.outsider.client.call('DELETE', path)).status).toBe(403);
    expect((await door.people.admin.client.call('DELETE', path)).status).toBe(200);
    expect((await client.get('/api/v1/me')).status).toBe(401);
    expect((await attempt('viewer@om.example')).body.user).toBeDefined();
    expect((await door.people.admin.client.call('DELETE', path)).status).toBe(404);
    expect((await audited('second_factor.reset')).at(-1)).toMatchObject({ subject_id: actor.id, actor_name: 'admin' });
  });

  it('is kept encrypted', async () => {
    const { rows } = await door.database.pool.query('SELECT secret, backup_codes FROM two_factors');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(JSON.stringify(row)).not.toMatch(/[A-Z2-7]{32}|\w{5}-\w{5}/);
  });
});
