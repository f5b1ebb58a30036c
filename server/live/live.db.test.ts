import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ClientToServer, ServerToClient, WatchAnswer } from '#contract/live-events.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import { eventually } from '#db/testing/eventually.ts';
import type { Progress } from '#domain/progress.ts';
import { addDefinitions } from '#server/http/testing/add-definitions.ts';
import { type TestDoor, testDoor } from '#server/http/testing/test-door.ts';

type Client = Socket<ServerToClient, ClientToServer>;

let door: TestDoor;
let jobId: string;
const open: Client[] = [];
beforeAll(async () => {
  door = await testDoor();
  const { actor, client } = door.people.lead;
  const [id] = await addDefinitions(door.services.pool, actor.organisationId, [{}]);
  const { body } = await client.post('/api/v1/jobs', { operation: 'export', selection: { ids: [id] } });
  jobId = body.jobs[0].id;
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => door.close());

function socketOf(cookie: string, headers: Record<string, string> = {}): Client {
  const socket: Client = io(door.url, {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { ...(cookie ? { Cookie: cookie } : {}), ...headers },
  });
  open.push(socket);
  return socket;
}
const outcome = (socket: Client) =>
  new Promise<string>((resolve) => {
    socket.once('connect', () => resolve('connected'));
    socket.once('connect_error', (error) => resolve(error.message));
  });
const watch = (socket: Client, id: string) =>
  new Promise<WatchAnswer>((resolve) => socket.emit('job:watch', { jobId: id }, resolve));
const step = (seq: number, more = '') =>
  door.database.pool.query(`UPDATE jobs SET seq = $2${more} WHERE id = $1`, [jobId, seq]);

async function watching(): Promise<{ socket: Client; ticks: Progress[]; changes: Progress[]; inbox: () => number }> {
  const socket = socketOf(door.people.lead.client.cookie);
  const ticks: Progress[] = [];
  const changes: Progress[] = [];
  let inbox = 0;
  socket.on('job:progress', (progress) => void ticks.push(progress));
  socket.on('job:changed', ({ progress }) => void changes.push(progress));
  socket.on('inbox:changed', () => void inbox++);
  expect(await outcome(socket)).toBe('connected');
  expect(await watch(socket, jobId)).toMatchObject({ ok: true, progress: { jobId } });
  return { socket, ticks, changes, inbox: () => inbox };
}

describe('a socket', () => {
  it('needs a session', async () => {
    expect(await outcome(socketOf(''))).toBe('not_signed_in');
    expect(await outcome(socketOf('lexport.session_token=forged'))).toBe('not_signed_in');
    expect(await outcome(socketOf(door.people.viewer.client.cookie))).toBe('connected');
  });

  it('is not for other websites', async () => {
    const { cookie } = door.people.lead.client;
    expect(await outcome(socketOf(cookie, { Origin: 'https://evil.example' }))).not.toBe('connected');
    expect(await outcome(socketOf(cookie, { Origin: door.url }))).toBe('connected');
  });

  it('may watch what its person may see, and nothing else', async () => {
    const outsider = socketOf(door.outsider.client.cookie);
    await outcome(outsider);
    expect(await watch(outsider, jobId)).toEqual({ ok: false, code: 'not_found' });
    expect(await watch(outsider, 'not an id')).toEqual({ ok: false, code: 'invalid_request' });
    const auditor = socketOf(door.people.auditor.client.cookie);
    await outcome(auditor);
    expect(await watch(auditor, jobId)).toMatchObject({ ok: true });
  });

  it('watches nothing that is classified higher than its person may see, also when that comes to be so later', async () => {
    const { pool } = door.services;
    const clerk = await door.hire({ role: 'viewer', email: 'klerk@om.example', clearance: 'intern' });
    const clerks = socketOf(clerk.client.cookie);
    const leads = socketOf(door.people.lead.client.cookie);
    await Promise.all([outcome(clerks), outcome(leads)]);
    for (const socket of [clerks, leads]) expect(await watch(socket, jobId)).toMatchObject({ ok: true });
    const heard: Record<'clerk' | 'lead', number[]> = { clerk: [], lead: [] };
    for (const [who, socket] of [
      ['clerk', clerks],
      ['lead', leads],
    ] as const) {
      socket.on('job:changed', ({ progress }) => void heard[who].push(progress.seq));
      socket.on('job:progress', ({ seq }) => void heard[who].push(seq));
    }
    await step(2);
    await publishProgress(pool, jobId, true);
    await eventually(() => expect(heard).toEqual({ clerk: [2], lead: [2] }));
    await step(3, `, classification = 'vertrouwelijk'`);
    await publishProgress(pool, jobId, true);
    await eventually(() => expect(heard.lead).toContain(3));
    // What comes after it has arrived, so that what was before it would have.
    const answer = await watch(clerks, jobId);
    expect(answer).toEqual({ ok: false, code: 'not_found' });
    expect(heard.clerk).toEqual([2]);
    await pool.query(`UPDATE jobs SET classification = 'intern' WHERE id = $1`, [jobId]);
  });

  it('is closed when its person may see something else from now on', async () => {
    const clerk = await door.hire({ role: 'viewer', email: 'overgeplaatst@om.example', clearance: 'vertrouwelijk' });
    const socket = socketOf(clerk.client.cookie);
    await outcome(socket);
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    const body = { clearance: 'openbaar', reason: 'andere functie' };
    expect((await door.people.admin.client.call('PATCH', `/api/v1/people/${clerk.actor.id}`, { body })).status).toBe(
      200,
    );
    expect(await closed).toMatch(/disconnect|close/);
  });

  it('is closed when its person signs out', async () => {
    const client = await door.signIn('viewer@om.example');
    const socket = socketOf(client.cookie);
    await outcome(socket);
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    await client.post('/api/auth/sign-out', {});
    expect(await closed).toMatch(/disconnect|close/);
  });
});

describe('watching a job', () => {
  it('brings ticks and changes as they are published, never an older one after a newer', async () => {
    const { ticks, changes, inbox } = await watching();
    await step(10);
    await publishProgress(door.services.pool, jobId, false);
    await eventually(() => expect(ticks.map((tick) => tick.seq)).toContain(10));
    await step(11);
    await publishProgress(door.services.pool, jobId, true);
    await eventually(() => expect(changes.map((change) => change.seq)).toContain(11));
    await eventually(() => expect(inbox()).toBeGreaterThan(0));
    await step(5);
    await publishProgress(door.services.pool, jobId, false);
    await step(12);
    await publishProgress(door.services.pool, jobId, false);
    await eventually(() => expect(ticks.map((tick) => tick.seq)).toContain(12));
    expect(ticks.map((tick) => tick.seq)).not.toContain(5);
  });

  it('says nothing older than the snapshot it began with, though the message was on its way', async () => {
    await step(15);
    const { ticks } = await watching();
    await step(14);
    await publishProgress(door.services.pool, jobId, false);
    await step(16);
    await publishProgress(door.services.pool, jobId, false);
    await eventually(() => expect(ticks.map((tick) => tick.seq)).toContain(16));
    expect(ticks.map((tick) => tick.seq)).not.toContain(14);
  });

  it('hears within moments of what was never published', async () => {
    const { changes } = await watching();
    await step(20, `, status = 'running'`);
    await eventually(() => expect(changes.at(-1)).toMatchObject({ seq: 20, status: 'running' }));
  });

  it('goes on after the listening connection was cut', async () => {
    const { ticks } = await watching();
    await door.database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lexport-live'`,
    );
    let seq = 30;
    await eventually(async () => {
      await step(++seq);
      await publishProgress(door.services.pool, jobId, false);
      expect(ticks.at(-1)?.seq ?? 0).toBeGreaterThan(30);
    });
  });

  it('ends with job:unwatch', async () => {
    const { socket, ticks } = await watching();
    const other = await watching();
    socket.emit('job:unwatch', { jobId });
    await watch(socket, 'an answer proves that the one before was heard');
    await step(100);
    await publishProgress(door.services.pool, jobId, false);
    await eventually(() => expect(other.ticks.map((tick) => tick.seq)).toContain(100));
    expect(ticks.map((tick) => tick.seq)).not.toContain(100);
  });
});
