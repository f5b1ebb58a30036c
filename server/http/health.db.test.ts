import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDoor, testDoor } from './testing/test-door.ts';

const TOKEN = 'a token of the operator';
let open: TestDoor;
let guarded: TestDoor;
beforeAll(async () => {
  [open, guarded] = await Promise.all([testDoor(), testDoor({ METRICS_TOKEN: TOKEN })]);
});
afterAll(() => Promise.all([open.close(), guarded.close()]));

describe('the door for operators', () => {
  it('says that it is alive and ready, and as information when a processor was last seen', async () => {
    expect((await open.anonymous.get('/livez')).body).toEqual({ status: 'ok' });
    const without = await open.anonymous.get('/readyz');
    expect([without.status, without.body.status, without.body.processor]).toEqual([
      200,
      'ok',
      { lastSeenSeconds: null },
    ]);
    await open.database.pool.query(
      `INSERT INTO processors (id, host, pid, version, heartbeat_at, load)
       VALUES (gen_random_uuid(), 'h', 1, '1', now() - interval '42 seconds', '{}')`,
    );
    const { body } = await open.anonymous.get('/readyz');
    expect(body.processor.lastSeenSeconds).toBeGreaterThanOrEqual(42);
    await open.database.pool.query('DELETE FROM processors');
  });

  it('gives the metrics as text, to this machine', async () => {
    const answer = await open.anonymous.get('/metrics');
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.text).toMatch(/^lexport_queue_depth\{priority="0",state="waiting"\} 0$/m);
  });

  it('has no metrics for whoever comes through a proxy', async () => {
    const answer = await open.anonymous.get('/metrics', { 'X-Forwarded-For': '203.0.113.9' });
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });

  it('wants the token when there is one', async () => {
    const without = await guarded.anonymous.get('/metrics');
    expect([without.status, without.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer realm="metrics"']);
    expect((await guarded.anonymous.get('/metrics', { Authorization: 'Bearer wrong' })).status).toBe(401);
    const forwarded = { Authorization: `Bearer ${TOKEN}`, 'X-Forwarded-For': '203.0.113.9' };
    expect((await guarded.anonymous.get('/metrics', forwarded)).status).toBe(200);
    expect((await guarded.anonymous.get('/version')).text).not.toContain(TOKEN);
  });
});
