import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROGRAM = resolve(import.meta.dirname, 'generate.ts');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lexport-generate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run generate', { timeout: 30_000 }, () => {
  it('writes the archive in the current folder and says in one line what is in it', async () => {
    const { code, stdout } = await generate('12', '--invalid', '25');
    expect(code).toBe(0);
    expect(stdout).toMatch(/lexport-12-definities\.zip: 12 definitions \(3 of them invalid\), \d+ kB\n$/);
    const zip = await JSZip.loadAsync(await readFile(join(folder, 'lexport-12-definities.zip')));
    expect(Object.keys(zip.files).length).toBe(12);
  });

  it('answers wrong arguments with one sentence and exit code 2, and writes nothing', async () => {
    const before = await readdir(folder);
    const { code, stdout, stderr } = await generate('many');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^The number of definitions must be a whole number from 1 to \d+\.\n$/);
    expect(await readdir(folder)).toEqual(before);
  });

  it('says why it could not write', async () => {
    const { code, stderr } = await generate('1', '--out', 'no-such-folder/x.zip');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Could not write .*no-such-folder.x\.zip: its folder does not exist\.\n$/);
  });
});

function generate(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [PROGRAM, ...args], { cwd: folder }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
