import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Provider, startProvider } from './testing/provider.ts';
import { cookiesOf, testClient } from './testing/test-client.ts';
import { ORGANISATION, type TestDoor, testDoor } from './testing/test-door.ts';

let provider: Provider;
let mapped: TestDoor;
let plain: TestDoor;
beforeAll(async () => {
  provider = await startProvider();
  const environment = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.client.id,
    OIDC_CLIENT_SECRET: provider.client.secret,
    OIDC_NAME: 'Justitie',
  };
  const mapping = { OIDC_ROLES: 'lexport-lead=lead, lexport-read=viewer', OIDC_ORGANISATIONS: `om=${ORGANISATION}` };
  [mapped, plain] = await Promise.all([
    testDoor({ ...environment, ...mapping, SECOND_FACTOR_FOR: 'lead' }),
    testDoor(environment),
  ]);
});
afterAll(() => Promise.all([mapped.close(), plain.close(), provider.close()]));
beforeEach(() => Object.assign(provider, { claims: {}, spoil: {}, forged: false, refuses: false }));

const person = (sub: string, more: object = {}) => ({
  sub,
  email: `${sub}@justitie.example`,
  email_verified: true,
  name: sub,
  ...more,
});

/** There and back, as a browser goes; `mend` changes what it comes back with. */
async function arrive(door: TestDoor, next = '/batches', mend: (url: URL) => void = () => {}) {
  const out = await door.anonymous.get(`/api/auth/sign-in/oidc?next=${encodeURIComponent(next)}`);
  const there = new URL(out.headers.get('Location') ?? '');
  const back = await fetch(there, { redirect: 'manual' });
  const url = new URL(back.headers.get('Location') ?? '');
  mend(url);
  const cookie = cookiesOf(out.headers);
  const answer = await testClient(door.url, cookie).get(`${url.pathname}${url.search}`);
  const location = new URL(answer.headers.get('Location') ?? '', door.url);
  const client = testClient(door.url, cookiesOf(answer.headers));
  return { there, back: url, cookie, location: `${location.pathname}${location.search}`, client };
}

describe('signing in with a provider', () => {
  it('is offered only where one is configured', async () => {
    expect((await plain.anonymous.get('/api/v1/sign-in-options')).body.oidc).toEqual({ name: 'Justitie' });
    const without = await testDoor();
    expect((await without.anonymous.get('/api/v1/sign-in-options')).body.oidc).toBeNull();
    expect((await without.anonymous.get('/api/auth/sign-in/oidc')).status).toBe(404);
    expect((await without.anonymous.get('/api/auth/callback/oidc?code=x&state=y')).status).toBe(404);
    await without.close();
  });

  it('makes whom the provider gives a role and an organisation, and lets them in', async () => {
    provider.claims = person('lotte', { roles: ['iets', 'lexport-lead'], organisation: 'om' });
    const { there, location, client } = await arrive(mapped);
    for (const part of ['code_challenge', 'state', 'nonce']) expect(there.searchParams.get(part)).toBeTruthy();
    expect(there.searchParams.get('code_challenge_method')).toBe('S256');
    expect(location).toBe('/batches');
    const me = await client.get('/api/v1/me');
    expect(me.body).toMatchObject({
      email: 'lotte@justitie.example',
      role: 'lead',
      organisation: { name: ORGANISATION },
      // Whoever comes by the provider has shown there what else is needed.
      mustEnrol: false,
    });
    expect((await client.get('/api/v1/account/sessions')).body.items[0]).toMatchObject({ signedInBy: 'oidc' });
    const { rows } = await mapped.database.pool.query(
      `SELECT action, details FROM audit_entries WHERE subject_id = $1 ORDER BY id`,
      [me.body.id],
    );
    expect(rows).toEqual([
      { action: 'person.create', details: { role: 'lead', by: 'oidc' } },
      { action: 'session.start', details: { by: 'oidc' } },
    ]);
  });

  it('follows the provider: another role is another role here, and none is the end', async () => {
    provider.claims = person('mila', { roles: 'lexport-lead', organisation: 'om' });
    expect((await (await arrive(mapped)).client.get('/api/v1/me')).body.role).toBe('lead');
    provider.claims = person('mila', { roles: 'lexport-read', organisation: 'om' });
    expect((await (await arrive(mapped)).client.get('/api/v1/me')).body.role).toBe('viewer');
    const before = await arrive(mapped);
    const { body } = await before.client.post('/api/v1/account/keys', {
      name: 'x',
      scopes: ['definition:read'],
      days: 1,
    });
    provider.claims = person('mila', { roles: [], organisation: 'om' });
    const gone = await arrive(mapped);
    expect(gone.location).toBe('/sign-in?why=oidc-unknown');
    expect((await gone.client.get('/api/v1/me')).status).toBe(401);
    expect((await before.client.get('/api/v1/me')).status).toBe(401);
    expect((await testClient(mapped.url, '', body.key).get('/api/v1/me')).body.code).toBe('wrong_key');
  });

  it.each([
    ['nobody here knows', person('niemand')],
    ['has no organisation of ours', person('ander', { roles: 'lexport-lead', organisation: 'elders' })],
    [
      'has an address nobody vouches for',
      person('los', { roles: 'lexport-lead', organisation: 'om', email_verified: false }),
    ],
  ])('refuses whom %s', async (_, claims) => {
    provider.claims = claims;
    const { location, client } = await arrive(mapped);
    expect(location).toBe('/sign-in?why=oidc-unknown');
    expect((await client.get('/api/v1/me')).status).toBe(401);
    const { rows } = await mapped.database.pool.query('SELECT 1 FROM users WHERE email = $1', [claims.email]);
    expect(rows).toEqual([]);
  });

  it('without a mapping lets in who is known here by a vouched address, and nobody else', async () => {
    provider.claims = person('editor', { email: 'Editor@om.example' });
    const { client } = await arrive(plain);
    expect((await client.get('/api/v1/me')).body).toMatchObject({ email: 'editor@om.example', role: 'editor' });
    provider.claims = person('viewer', { email: 'viewer@om.example', email_verified: false });
    expect((await arrive(plain)).location).toBe('/sign-in?why=oidc-unknown');
    provider.claims = person('onbekend', { roles: 'lexport-lead', organisation: 'om' });
    expect((await arrive(plain)).location).toBe('/sign-in?why=oidc-unknown');
  });

  it.each([
    ['another key', { forged: true }],
    ['another nonce', { spoil: { nonce: 'another' } }],
    ['another audience', { spoil: { aud: 'somebody-else' } }],
    ['another issuer', { spoil: { iss: 'https://elsewhere.example' } }],
    ['an end in the past', { spoil: { exp: 1_000 } }],
  ])('does not believe a token with %s', async (_, spoiled) => {
    provider.claims = person('editor', { email: 'editor@om.example' });
    Object.assign(provider, spoiled);
    const { location, client } = await arrive(plain);
    expect(location).toMatch(/^\/sign-in\?why=oidc-/);
    expect((await client.get('/api/v1/me')).status).toBe(401);
  });

  it('does not believe another state, nor the same answer twice or in another browser', async () => {
    provider.claims = person('editor', { email: 'editor@om.example' });
    const forged = await arrive(plain, '/', (url) => url.searchParams.set('state', 'another'));
    expect((await forged.client.get('/api/v1/me')).status).toBe(401);
    const { back, cookie } = await arrive(plain);
    const again = await testClient(plain.url, cookie).get(`${back.pathname}${back.search}`);
    expect(cookiesOf(again.headers)).not.toMatch(/session_token=[^;]/);
    const elsewhere = await arrive(plain, '/', (url) => url.searchParams.delete('state'));
    expect((await elsewhere.client.get('/api/v1/me')).status).toBe(401);
  });

  it('goes on to our own pages only', async () => {
    provider.claims = person('editor', { email: 'editor@om.example' });
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
      expect((await arrive(plain, next)).location).toBe('/');
  });

  it('says so when the provider sends somebody back', async () => {
    provider.refuses = true;
    expect((await arrive(plain)).location).toBe('/sign-in?why=oidc-failed');
  });
});
