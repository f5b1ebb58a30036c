import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { haveProgram } from './office-programs.ts';

let folder: string;
const path = process.env.PATH;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lexport-programs-'));
  await symlink('/bin/sh', join(folder, 'sh'));
  await program('which', 'exit 1');
  await program('apt-get', 'echo "E: Could not resolve the name of the mirror" >&2; exit 100');
  process.env.PATH = folder;
});
afterAll(async () => {
  process.env.PATH = path;
  await rm(folder, { recursive: true });
});

async function program(name: string, script: string): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, name), 0o755);
}

it('says what it tried, and why another program did not open the file', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    expect(await haveProgram('soffice')).toBe(false);
    expect(await haveProgram('pdftotext')).toBe(false);
    const [office, pdf] = said.mock.calls.map(([line]) => String(line));
    expect(office).toMatch(
      /^There is no soffice here \((apt-get update failed: E: Could not|libreoffice-.* not installed, since)/,
    );
    expect(pdf).toMatch(
      /^There is no pdftotext here \((apt-get update failed: E: Could not|poppler-utils not installed, since)/,
    );
    expect(pdf).toMatch(/only our own reading is tested\.$/);
  } finally {
    said.mockRestore();
  }
});
