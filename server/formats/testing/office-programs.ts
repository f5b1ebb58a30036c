import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const INSTALL_WITHIN_MS = 400_000;
const CONVERT_WITHIN_MS = 120_000;

/** Programs of other people that open our documents, and what of Debian brings each. */
const PACKAGES = {
  soffice: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
  pdftotext: ['poppler-utils'],
} as const;
export type OfficeProgram = keyof typeof PACKAGES;

/** Whether a program is there, after an attempt to install it where that is possible; when it is not, says so in one line. */
export async function haveProgram(program: OfficeProgram): Promise<boolean> {
  if (await isThere(program)) return true;
  const mayInstall = process.getuid?.() === 0 && isDebian();
  const installed = mayInstall && (await aptGet('update')) && (await install(PACKAGES[program]));
  if (installed && (await isThere(program))) return true;
  console.log(`There is no ${program} here and it cannot be installed: only our own reading of the file is tested.`);
  return false;
}

/** Opens a document with LibreOffice and answers the path of what it makes of it. */
export async function convert(path: string, folder: string, to: string): Promise<string> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const options = { timeout: CONVERT_WITHIN_MS };
  await run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, path], options);
  return path.replace(/\.\w+$/, `.${to.split(':')[0]}`);
}

/** The text of a PDF as another program reads it. */
export async function textOfPdf(path: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', path, '-'], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

async function isThere(program: OfficeProgram): Promise<boolean> {
  return run('which', [program]).then(
    () => true,
    () => false,
  );
}

async function install(packages: readonly string[]): Promise<boolean> {
  return aptGet('install', '-y', '--no-install-recommends', ...packages);
}

function aptGet(...args: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', args, { env, timeout: INSTALL_WITHIN_MS, maxBuffer: 64 * 1024 * 1024 }).then(
    () => true,
    () => false,
  );
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
