import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '#db/embedded/process-info.ts';
import { eventually } from '#db/testing/eventually.ts';
import { type KeptChild, keepRunning } from './keep-running.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/** Says its number in a file, then stays until it is told to go. */
const STAYS = `require('fs').appendFileSync('pids', process.pid + '\\n'); setInterval(() => {}, 1000);`;

let folder: string;
let child: KeptChild | undefined;
const lines: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lexport-kept-'));
  lines.length = 0;
});
afterEach(async () => {
  await child?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a child that is kept running', () => {
  it('is started again when it is killed, and ends when it is told to', async () => {
    child = keep(STAYS);
    await eventually(() => expect(pids()).toHaveLength(1));
    process.kill(pids()[0] as number, 'SIGKILL');
    await eventually(() => expect(pids()).toHaveLength(2));
    expect(lines).toEqual(['The helper ended unexpectedly (SIGKILL); it is started again.']);
    await child.stop();
    expect(pids().map(isAlive)).toEqual([false, false]);
  });

  it('is given up when it dies too often', async () => {
    let deaths = 0;
    child = keep('process.exit(7)', (count) => {
      deaths = count;
      return count >= 3;
    });
    await eventually(() => expect(deaths).toBe(3));
    expect(lines).toEqual(Array(2).fill('The helper ended unexpectedly (code 7); it is started again.'));
  });
});

describe('a server', () => {
  it('is waited for until it says that it is ready', async () => {
    let asked = 0;
    const server = createServer((request, response) => {
      asked += 1;
      response.writeHead(request.url === '/readyz' && asked > 2 ? 200 : 503).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await waitUntilReady('0.0.0.0', (server.address() as AddressInfo).port, new AbortController().signal);
    expect(asked).toBe(3);
    server.closeAllConnections();
    server.close();
  });

  it('is not waited for when everything is being stopped', async () => {
    await expect(waitUntilReady('127.0.0.1', 1, AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});

function keep(program: string, giveUp: (deaths: number) => boolean = () => false): KeptChild {
  return keepRunning({
    name: 'helper',
    args: ['-e', program],
    cwd: folder,
    env: { NODE_ENV: 'test' },
    log: (line) => lines.push(line),
    giveUp,
  });
}

function pids(): number[] {
  try {
    return readFileSync(join(folder, 'pids'), 'utf8').trim().split('\n').map(Number);
  } catch {
    return [];
  }
}
