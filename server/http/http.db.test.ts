import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '#contract/problem.ts';
import { addDefinitions } from './testing/add-definitions.ts';
import { cookiesOf, type TestClient } from './testing/test-client.ts';
import { PASSWORD, type TestDoor, testDoor } from './testing/test-door.ts';

let door: TestDoor;
let lead: TestClient;
let definition: string;
beforeAll(async () => {
  door = await testDoor({ MAX_REQUEST_BYTES: '4096', REQUESTS_PER_MINUTE: '400' });
  lead = door.people.lead.client;
  [definition] = (await addDefinitions(door.services.pool, door.people.lead.actor.organisationId, [{}])) as [string];
});
afterAll(() => door.close());

const exportJob = (name?: string) => ({
  ...(name ? { name } : {}),
  jobs: [{ operation: 'export', selection: { ids: [definition] } }],
});
const countJobs = async () =>
  (await door.database.pool.query('SELECT count(*)::int AS n FROM jobs')).rows[0].n as number;

describe('an Idempotency-Key', () => {
  const start = (key: string, body: object = exportJob(), client = lead) =>
    client.post('/api/v1/batches', body, { 'Idempotency-Key': key });

  it('sent fifty times at once starts one batch, and everybody gets its answer', async () => {
    const before = await countJobs();
    const answers = await Promise.all(Array.from({ length: 50 }, () => start('fifty')));
    expect(await countJobs()).toBe(before + 1);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]));
    expect(answers[7]?.headers.get('Location')).toBe(`/api/v1/batches/${answers[0]?.body.id}`);
  });

  it('brings the first answer back later', async () => {
    const first = await start('later');
    expect((await start('later')).text).toBe(first.text);
  });

  it('used for something else is refused', async () => {
    await start('mismatch');
    const other = await start('mismatch', exportJob('Anders'));
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch']);
  });

  it('is of one person', async () => {
    const mine = await start('shared');
    const theirs = await start('shared', exportJob(), door.people.admin.client);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('is free again after a call that failed', async () => {
    const empty = { jobs: [{ operation: 'export', selection: { ids: ['0192f0c1-0000-7000-8000-000000000000'] } }] };
    expect((await start('failed', empty)).status).toBe(422);
    expect((await start('failed')).status).toBe(202);
  });

  it('of a process that died while at work is taken over after a while', async () => {
    const { id } = door.people.lead.actor;
    await door.database.pool.query(
      `INSERT INTO idempotency_keys VALUES ($1, 'abandoned', 'x', 0, 'null', now() - interval '5 minutes')`,
      [id],
    );
    expect((await start('abandoned')).status).toBe(202);
  });

  it('keeps an upload from being registered twice', async () => {
    const send = (raw: string) =>
      lead.call('POST', '/api/v1/uploads', { raw, headers: { 'X-File-Name': 'x.json', 'Idempotency-Key': 'upload' } });
    const first = await send('{"a":1}');
    expect((await send('{"a":1}')).body).toEqual(first.body);
    expect((await send('{"a":2}')).body.code).toBe('idempotency_mismatch');
  });
});

describe('a problem', () => {
  it('has one shape, a stable code, and the language of the reader', async () => {
    const english = await lead.get('/api/v1/jobs/0192f0c1-0000-7000-8000-000000000000');
    const dutch = await lead.get('/api/v1/jobs/0192f0c1-0000-7000-8000-000000000000', {
      'Accept-Language': 'nl-NL,en;q=0.5',
    });
    for (const { body, headers } of [english, dutch]) {
      expect(problemSchema.parse(body)).toMatchObject({
        status: 404,
        code: 'not_found',
        type: 'about:blank#not_found',
      });
      expect(headers.get('Content-Type')).toContain('application/problem+json');
    }
    expect([english.body.title, dutch.body.title]).toEqual(['Not found', 'Niet gevonden']);
  });

  it('names every field that is wrong', async () => {
    const { status, body } = await lead.post('/api/v1/batches', {
      jobs: [{ operation: 'import', options: { chunkSize: 0 } }],
      colour: 'red',
    });
    expect(status).toBe(400);
    const errors = body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);
    expect(errors).toEqual(expect.arrayContaining(['jobs.0.uploadId missing', ' unrecognized_keys']));
    expect(body.errors.every(({ message }: { message: string }) => message.length > 5 && !message.includes('{'))).toBe(
      true,
    );
  });

  const everything = { operation: 'export', selection: { filter: {} } };
  it.each<[string, object]>([
    ['a chunk size of 0', { ...everything, options: { chunkSize: 0 } }],
    ['99 lanes', { ...everything, options: { parallelism: 99 } }],
    ['a field in the selection that does not exist', { ...everything, selection: { filter: { colour: ['red'] } } }],
    ['one in a precondition', { ...everything, options: { preconditions: { filter: { colour: ['red'] } } } }],
  ])('is told which, with a code, and has started nothing: %s', async (_, job) => {
    const before = await countJobs();
    const { status, body } = await lead.post('/api/v1/batches', { jobs: [job] });
    expect([status, body.code]).toEqual([400, 'invalid_request']);
    expect(body.errors).toEqual([
      expect.objectContaining({ path: expect.stringMatching(/^jobs\.0\.\w+/), code: expect.stringMatching(/\w+/) }),
    ]);
    expect(await countJobs()).toBe(before);
  });

  it.each(['{', '', 'null', '[]', '"x"'])('is what a body of %j gets, not a crash', async (raw) => {
    const answer = await lead.call('POST', '/api/v1/batches', { raw, headers: { 'Content-Type': 'application/json' } });
    expect(answer.status).toBe(400);
    expect(['invalid_json', 'invalid_request']).toContain(answer.body.code);
  });

  it('is told of a body that does not say it is JSON', async () => {
    const answer = await lead.call('POST', '/api/v1/batches', { raw: '{}', headers: { 'Content-Type': 'text/plain' } });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request']);
    const signIn = await lead.call('POST', '/api/auth/sign-in/email', { raw: 'email=a&password=b' });
    expect([signIn.status, signIn.body.code]).toEqual([400, 'invalid_request']);
  });

  it.each(['/api/v1/batches', '/api/auth/sign-in/email'])('is told of a body that is not there: %s', async (path) => {
    const answer = await lead.call('POST', path);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request']);
  });

  it('is told of a body over the limit', async () => {
    const answer = await lead.post('/api/v1/batches', { name: 'x'.repeat(5000), jobs: [] });
    expect([answer.status, answer.body.code]).toEqual([413, 'upload_too_large']);
  });

  it.each(['/api/v1/nothing', '/api', '/api/v2/me'])('is told at %s', async (path) => {
    expect((await lead.get(path)).body.code).toBe('not_found');
  });

  it('of ours tells a number and no more', async () => {
    await door.database.pool.query('ALTER TABLE definition_versions RENAME TO elsewhere');
    const answer = await lead.get(`/api/v1/definitions/${definition}/versions`, { 'X-Correlation-Id': 'nr-1' });
    await door.database.pool.query('ALTER TABLE elsewhere RENAME TO definition_versions');
    expect([answer.status, answer.body.code, answer.body.params]).toEqual([500, 'internal', { correlationId: 'nr-1' }]);
    expect(answer.text).not.toMatch(/definition_versions|select|\.ts/i);
    expect(answer.headers.get('X-Correlation-Id')).toBe('nr-1');
  });

  it('is not made of a correlation id that is none', async () => {
    const { headers } = await lead.get('/api/v1/me', { 'X-Correlation-Id': 'a b<script>' });
    expect(headers.get('X-Correlation-Id')).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('requests of other websites', () => {
  const body = { email: 'lead@om.example', password: PASSWORD };

  it.each([{ Origin: 'https://evil.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }])(
    'that change something are refused: %j',
    async (headers) => {
      for (const path of ['/api/auth/sign-in/email', '/api/v1/batches', '/api/auth/sign-out']) {
        const answer = await lead.post(path, body, headers as Record<string, string>);
        expect([answer.status, answer.body.code]).toEqual([403, 'wrong_origin']);
      }
      expect((await lead.get('/api/v1/me')).status).toBe(200);
    },
  );

  it('are told apart from our own', async () => {
    const answer = await lead.post(
      '/api/v1/selections/count',
      { selection: { filter: {} } },
      { Origin: door.url, 'Sec-Fetch-Site': 'same-origin' },
    );
    expect(answer.status).toBe(200);
  });

  it('get headers that keep answers from being framed, sniffed or kept', async () => {
    const { headers } = await lead.get('/api/v1/definitions');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(headers.get('Permissions-Policy')).toContain('camera=()');
    expect(headers.get('Strict-Transport-Security')).toBeNull();
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('without signing in', () => {
  it('operators see whether it lives, whether it can work, and what it is', async () => {
    expect((await door.anonymous.get('/livez')).body).toEqual({ status: 'ok' });
    const ready = await door.anonymous.get('/readyz');
    expect([ready.status, ready.body]).toEqual([
      200,
      {
        status: 'ok',
        checks: { database: 'ok', migrations: 'ok', files: 'ok', demoUsers: 'ok' },
        processor: { lastSeenSeconds: null },
      },
    ]);
    expect((await door.anonymous.get('/version')).body).toMatchObject({
      name: 'Lexport',
      limits: { maxRequestBytes: 4096 },
    });
  });

  it('a database that is behind is not ready', async () => {
    await door.database.pool.query('ALTER TABLE drizzle.__drizzle_migrations RENAME TO elsewhere');
    const behind = await door.anonymous.get('/readyz');
    await door.database.pool.query('ALTER TABLE drizzle.elsewhere RENAME TO __drizzle_migrations');
    expect([behind.status, behind.body.checks.migrations]).toEqual([503, 'waiting']);
  });

  it('nobody outside the demo gets passwords', async () => {
    expect((await door.anonymous.get('/api/v1/sign-in-options')).body).toEqual({
      demo: false,
      oidc: null,
      demoUsers: [],
    });
  });

  it('the API describes itself in OpenAPI 3.1, and on a page that needs no other host', async () => {
    const { body } = await door.anonymous.get('/api/v1/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(body.paths['/api/v1/definitions'].get.parameters.map((one: { name: string }) => one.name)).toEqual(
      expect.arrayContaining(['q', 'status', 'cursor', 'limit', 'sort']),
    );
    const page = await door.anonymous.get('/api/docs');
    expect(page.headers.get('Content-Type')).toContain('text/html');
    expect(page.text).not.toMatch(/https?:\/\//);
    expect(page.headers.get('Content-Security-Policy')).toMatch(/script-src 'sha256-/);
  });
});

describe('too many calls', () => {
  it('of one person are refused for the rest of the minute, and nobody else notices', async () => {
    const { client } = door.people.viewer;
    const answers = [];
    for (let i = 0; i < 420; i += 20)
      answers.push(...(await Promise.all(Array.from({ length: 20 }, () => client.get('/api/v1/me')))));
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused).toHaveLength(20);
    expect(refused[0]?.body.code).toBe('too_many_requests');
    expect(Number(refused[0]?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await door.people.editor.client.get('/api/v1/me')).status).toBe(200);
  });
});

describe('behind https', () => {
  it('the session cookie is only sent over it', async () => {
    const secure = await testDoor({ PUBLIC_URL: 'https://lexport.example' }).catch((error) => error as Error);
    if (secure instanceof Error) throw secure;
    try {
      const answer = await secure.anonymous.post('/api/auth/sign-in/email', {
        email: 'lead@om.example',
        password: PASSWORD,
      });
      expect(answer.headers.getSetCookie().join()).toMatch(/__Secure-lexport\.session_token=.*Secure/);
      expect(cookiesOf(answer.headers)).toContain('__Secure-');
      expect(answer.headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
    } finally {
      await secure.close();
    }
  });
});
