import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#db/testing/eventually.ts';
import { processesOf } from '#db/testing/processes-of.ts';

const ROOT = join(import.meta.dirname, '..', '..');

let dataDir: string;
let port: number;
let started: ReturnType<typeof start>[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'lexport-product-'));
  port = await freePort();
});
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  started = [];
  await nothingRuns();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('npm start', () => {
  it('brings everything up, brings a killed processor back, and stops everything when asked', async () => {
    const { child, output } = start();
    await ready();
    await eventually(() => expect(output()).toMatch(/Lexport is ready: .*\nSign in as one of these demo users/));
    const before = processor() as number;
    process.kill(before, 'SIGKILL');
    await eventually(() => expect([undefined, before]).not.toContain(processor()));
    expect(await end(child, 'SIGTERM')).toBe(0);
    await nothingRuns();
    expect(output()).not.toMatch(/\bat .*:\d+:\d+|Error:/);
  });

  it('leaves nothing running when it is killed outright, and comes up again', async () => {
    const { child } = start();
    await ready();
    await end(child, 'SIGKILL');
    await nothingRuns();
    start();
    await ready();
  });

  it('says that the port is taken before it does anything else', async () => {
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    const { child, output } = start({ DATA_DIR: join(dataDir, 'not-made') });
    expect((await once(child, 'exit'))[0]).toBe(1);
    expect(output()).toBe(
      `Port ${port} is in use, perhaps by a Lexport that already runs. Stop what uses it, or choose another one: PORT=${port + 1} npm start\n`,
    );
    server.close();
  });

  it.each([
    ['a setting', { PROCESSORS: 'many' }, /^PROCESSORS must be a whole number from 0 to 64, not "many"\.\n$/],
    [
      'the database',
      { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/lexport', AUTH_SECRET: 'x'.repeat(32), HOST: '127.0.0.1' },
      /^The database cannot be used: nothing listens at 127\.0\.0\.1:1\. .*\n$/,
    ],
  ])('says in one sentence that %s is wrong', async (_, env, sentence) => {
    const { child, output } = start(env);
    expect((await once(child, 'exit'))[0]).toBe(1);
    expect(output()).toMatch(sentence);
  });
});

function start(env: Record<string, string> = {}): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['server/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  const result = { child, output: () => text };
  started.push(result);
  return result;
}

async function ready(): Promise<void> {
  await eventually(async () => expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200));
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const gone = once(child, 'exit');
  child.kill(signal);
  return (await gone)[0];
}

function processor(): number | undefined {
  return processesOf(dataDir).find(({ command }) => command.includes('server/processor.ts'))?.pid;
}

async function nothingRuns(): Promise<void> {
  await eventually(() => expect(processesOf(dataDir)).toEqual([]));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as { port: number };
  server.close();
  return free;
}
