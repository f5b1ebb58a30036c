import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoSecret } from './demo-secret.ts';
import { howToSignIn } from './how-to-sign-in.ts';
import { explainDataDirError, openDataDir } from './open-data-dir.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lexport-start-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the data folder', () => {
  it('is made with all that is above it', () => {
    openDataDir(join(dataDir, 'a', 'b'));
    expect(statSync(join(dataDir, 'a', 'b')).isDirectory()).toBe(true);
  });

  it('cannot be a file', () => {
    writeFileSync(join(dataDir, 'file'), '');
    expect(() => openDataDir(join(dataDir, 'file'))).toThrow(/and that is no folder\. Set DATA_DIR to a folder\.$/);
    expect(() => openDataDir(join(dataDir, 'file', 'inner'))).toThrow(/and that is no folder/);
  });

  it.each([
    ['ENOSPC', /^The disk that holds \/data is full .* Free some space/],
    ['EACCES', /^Lexport may not write in \/data\. Make that folder yours/],
    ['EROFS', /^Lexport may not write in \/data\./],
    ['EIO', /^DATA_DIR \(\/data\) cannot be used: input\/output error\.$/],
  ])('says what %s means', (code, sentence) => {
    const error = Object.assign(new Error('input/output error'), { code });
    expect(explainDataDirError(error, '/data').message).toMatch(sentence);
  });
});

describe("the demo's secret", () => {
  it('is made once and nobody else may read it', () => {
    const secret = demoSecret(dataDir);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(demoSecret(dataDir)).toBe(secret);
    expect(statSync(join(dataDir, 'auth-secret')).mode & 0o777).toBe(0o600);
  });
});

describe('what the terminal shows at the end', () => {
  it('is the address and the demo users', () => {
    const users = [
      { role: 'viewer', email: 'viewer@demo.example', password: 'one' },
      { role: 'lead', email: 'lead@demo.example', password: 'two' },
    ];
    writeFileSync(join(dataDir, 'demo-users.json'), JSON.stringify(users));
    const text = howToSignIn({ demo: true, dataDir, publicUrl: 'http://localhost:3000' });
    expect(text).toMatch(/^Lexport is ready: http:\/\/localhost:3000\n/);
    expect(text).toContain('  viewer  viewer@demo.example  one\n  lead    lead@demo.example    two\n');
  });

  it('is how to make the first administrator with a database of your own', () => {
    expect(howToSignIn({ demo: false, dataDir, publicUrl: 'https://lexport.example' })).toContain(
      'npm run create-admin',
    );
  });
});
