import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookiesOf, type TestClient, testClient } from '#server/http/testing/test-client.ts';
import { PASSWORD, type TestDoor, testDoor } from '#server/http/testing/test-door.ts';

let door: TestDoor;
beforeAll(async () => {
  door = await testDoor();
});
afterAll(() => door.close());

const attempt = (email: string, password: string) =>
  door.anonymous.post('/api/auth/sign-in/email', { email, password });
const audited = async (action: string, where = 'true') =>
  (await door.database.pool.query(`SELECT * FROM audit_entries WHERE action = $1 AND ${where} ORDER BY id`, [action]))
    .rows;

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites do not get', async () => {
    const answer = await attempt('lead@om.example', PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ user: expect.objectContaining({ email: 'lead@om.example', role: 'lead' }) });
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('lexport.session_token='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
    expect(answer.text).not.toContain(decodeURIComponent(cookie?.split(/[=;]/)[1] ?? '').split('.')[0]);
  });

  it('finds the address in any case, and is audited with where it came from', async () => {
    const client = await door.signIn('Editor@OM.example');
    const me = await client.get('/api/v1/me');
    expect(me.body).toMatchObject({
      email: 'editor@om.example',
      role: 'editor',
      organisation: { name: 'Openbaar Ministerie' },
    });
    const [entry] = (await audited('session.start', `actor_name = 'editor'`)).slice(-1);
    expect(entry).toMatchObject({ role: 'editor', ip: '127.0.0.1', subject_id: me.body.id });
    expect(entry.correlation_id).toBeTruthy();
  });

  it('answers the same for a wrong password and for an address nobody has', async () => {
    const wrong = await attempt('viewer@om.example', 'not the password');
    const unknown = await attempt('nobody@om.example', 'not the password');
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('Content-Type')).toContain('application/problem+json');
    expect(wrong.body).toMatchObject({ code: 'wrong_credentials', status: 401 });
    expect(unknown.body).toEqual(wrong.body);
    expect(await audited('session.refused', `details ->> 'email' = 'nobody@om.example'`)).toHaveLength(1);
  });

  it('begins again at zero after a success', async () => {
    await attempt('viewer@om.example', 'wrong');
    await door.signIn('viewer@om.example');
    const { rows } = await door.database.pool.query(`SELECT 1 FROM sign_in_failures WHERE email = 'viewer@om.example'`);
    expect(rows).toEqual([]);
  });
});

describe('five failed attempts', () => {
  it.each(['auditor@om.example', 'not-there@om.example'])(
    'lock %s for everybody, whatever the password',
    async (email) => {
      const statuses = [];
      for (let i = 0; i < 5; i++) statuses.push((await attempt(email, `wrong ${i}`)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401]);
      const locked = await attempt(email, PASSWORD);
      expect(locked.status).toBe(429);
      expect(locked.body).toMatchObject({ code: 'account_locked', params: { minutes: 15 } });
      expect(Number(locked.headers.get('Retry-After'))).toBeGreaterThan(800);
      expect(await audited('session.locked', `details ->> 'email' = '${email}'`)).toHaveLength(1);
      expect(
        await audited('session.refused', `details ->> 'email' = '${email}' AND details ->> 'why' = 'locked'`),
      ).toHaveLength(1);
    },
  );

  it('are five, even when fifty come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => attempt('admin@om.example', `guess ${i}`)));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(45);
  });

  it('are forgiven when the lock is over', async () => {
    await door.database.pool.query(
      `UPDATE sign_in_failures SET at = at - interval '16 minutes' WHERE email = 'admin@om.example'`,
    );
    expect((await attempt('admin@om.example', PASSWORD)).status).toBe(200);
  });
});

describe('a session', () => {
  const expire = (interval: string) =>
    door.database.pool.query(
      `UPDATE sessions SET expires_at = expires_at - $1::interval, updated_at = updated_at - $1::interval`,
      [interval],
    );

  it('ends after 30 idle minutes and slides on while it is used', async () => {
    const client = await door.signIn('viewer@om.example');
    await expire('29 minutes');
    const inTime = await client.get('/api/v1/me');
    expect(inTime.status).toBe(200);
    expect(cookiesOf(inTime.headers)).toContain('lexport.session_token=');
    await expire('29 minutes');
    expect((await client.get('/api/v1/me')).status).toBe(200);
    await expire('31 minutes');
    const late = await client.get('/api/v1/me');
    expect(late.status).toBe(401);
    expect(late.body).toMatchObject({ code: 'not_signed_in' });
  });

  it('is not there for a forged cookie', async () => {
    const client = await door.signIn('viewer@om.example');
    const forged = testClient(
      door.url,
      client.cookie.replace(/.(?=[^.]*$)/, (sign) => (sign === 'A' ? 'B' : 'A')),
    );
    expect((await forged.get('/api/v1/me')).status).toBe(401);
    expect((await testClient(door.url, 'lexport.session_token=made-up').get('/api/v1/me')).status).toBe(401);
  });

  it('is over at once after signing out, and that is audited', async () => {
    const client = await door.signIn('viewer@om.example');
    expect((await client.get('/api/auth/get-session')).body).toMatchObject({ user: { role: 'viewer' } });
    const out = await client.post('/api/auth/sign-out', {});
    expect(out.status).toBe(200);
    expect(out.headers.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/);
    expect((await client.get('/api/v1/me')).status).toBe(401);
    expect((await client.get('/api/auth/get-session')).body).toBeNull();
    expect(await audited('session.end', `actor_name = 'viewer'`)).toHaveLength(1);
  });

  it('takes its role from the database at every call', async () => {
    const client = await door.signIn('viewer@om.example');
    await door.database.pool.query(`UPDATE users SET role = 'editor' WHERE email = 'viewer@om.example'`);
    expect((await client.get('/api/v1/me')).body.role).toBe('editor');
    await door.database.pool.query(`UPDATE users SET role = 'viewer' WHERE email = 'viewer@om.example'`);
  });
});

describe('the rest of better-auth', () => {
  let lead: TestClient;
  beforeAll(async () => {
    lead = await door.signIn('lead@om.example');
  });
  const CLOSED = [
    'POST /sign-up/email',
    'POST /sign-in/social',
    'POST /sign-in/oidc',
    'GET /sign-in/oidc',
    'GET /callback/oidc',
    'POST /api-key/create',
    'POST /api-key/verify',
    'GET /api-key/list',
    'POST /two-factor/enable',
    'POST /two-factor/disable',
    'POST /two-factor/verify-totp',
    'POST /two-factor/verify-backup-code',
    'POST /two-factor/send-otp',
    'GET /callback/google',
    'POST /callback/google',
    'GET /ok',
    'GET /error',
    'POST /reset-password',
    'GET /reset-password/x',
    'POST /request-password-reset',
    'POST /forget-password',
    'POST /verify-password',
    'GET /verify-email',
    'POST /send-verification-email',
    'POST /change-email',
    'POST /change-password',
    'POST /set-password',
    'POST /update-user',
    'POST /update-session',
    'POST /delete-user',
    'GET /delete-user/callback',
    'GET /list-sessions',
    'POST /revoke-session',
    'POST /revoke-sessions',
    'POST /revoke-other-sessions',
    'POST /link-social',
    'GET /list-accounts',
    'POST /unlink-account',
    'POST /refresh-token',
    'POST /get-access-token',
    'GET /account-info',
    'POST /get-session',
    'GET /sign-in/email',
    'GET /sign-out',
  ];

  it.each(CLOSED)('%s is not there', async (call) => {
    const [method, path] = call.split(' ') as [string, string];
    const body = { name: 'Eve', email: 'eve@om.example', password: PASSWORD, role: 'admin', newPassword: PASSWORD };
    const answer = await lead.call(method, `/api/auth${path}`, method === 'POST' ? { body } : {});
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'not_found' });
  });

  it('lets nobody in by the side door', async () => {
    const { rows } = await door.database.pool.query(
      `SELECT count(*)::int AS n FROM users WHERE email = 'eve@om.example'`,
    );
    expect(rows[0].n).toBe(0);
  });
});
