import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processesOf } from '#db/testing/processes-of.ts';
import { isAlive } from './embedded/process-info.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { eventually } from './testing/eventually.ts';

const EMBEDDED = new URL('./embedded.ts', import.meta.url).href;

let dataDir: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lexport-embedded-'));
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await eventually(() => expect(processesOf(dataDir)).toEqual([]));
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the embedded Postgres', () => {
  it('keeps its data, its password to itself, and listens on this machine only', async () => {
    const first = await start();
    expect(await ask(first.url, 'create table kept as select 1 as one')).toEqual([]);
    expect(await ask(first.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await ask(first.url, `select rolsuper from pg_roles where rolname = current_user`)).toEqual([
      { rolsuper: false },
    ]);
    await first.stop();
    expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
    const second = await start();
    expect(await ask(second.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  it('leaves nothing running when its parent is killed, and the next start gets every committed row', async () => {
    const { child, url } = await startInAnotherProcess();
    await ask(url, 'create table kept as select generate_series(1, 1000)');
    child.kill('SIGKILL');
    await eventually(() => expect(processesOf(dataDir)).toEqual([]));
    const next = await start();
    expect(await ask(next.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
    await next.stop();
  });

  it('comes back at the same address when the server is killed', async () => {
    const server = await start();
    process.kill(Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    await eventually(async () => expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]));
    await server.stop();
  });

  it('is not shared with another Lexport that is still running', async () => {
    const { child } = await startInAnotherProcess();
    await expect(start()).rejects.toThrow(`is in use by another Lexport (process ${child.pid})`);
  });

  it('does not take a process that has the number of a dead server for that server', async () => {
    await (await start()).stop();
    writeFileSync(
      join(dataDir, 'postgres', 'postmaster.pid'),
      `${process.ppid}\n${join(dataDir, 'postgres')}\n0\n5432\n\n\n\n`,
    );
    await (await start()).stop();
    expect(isAlive(process.ppid)).toBe(true);
  });

  it('says in one sentence that the data is of another version, or that the password is gone', async () => {
    await (await start()).stop();
    rmSync(join(dataDir, 'postgres-password'));
    await expect(start()).rejects.toThrow(/^The password of the embedded database is missing/);
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '16\n');
    await expect(start()).rejects.toThrow(
      /was made by another version of Postgres\. .*set DATA_DIR to a new folder\.$/,
    );
  });

  it('works in a folder that only its owner may enter', async () => {
    chmodSync(dataDir, 0o700);
    const server = await startEmbeddedPostgres({
      dataDir: join(dataDir, 'inner'),
      log: () => undefined,
    });
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });
});

function start() {
  return startEmbeddedPostgres({ dataDir, log: () => undefined });
}

async function startInAnotherProcess(): Promise<{
  child: ChildProcess;
  url: string;
}> {
  const program = `import { startEmbeddedPostgres } from '${EMBEDDED}';
    console.log((await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log() {} })).url);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const [line] = await once(child.stdout, 'data');
  return { child, url: String(line).trim() };
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
