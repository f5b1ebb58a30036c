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

/** Whether a program is there, after an attempt to install it where that is possible; when it is not, says in one line what was tried. */
export async function haveProgram(program: OfficeProgram): Promise<boolean> {
  if (await isThere(program)) return true;
  const tried = await tryToInstall(program);
  if (tried === null && (await isThere(program))) return true;
  const why = tried ?? 'it was installed and is still not there';
  console.log(`There is no ${program} here (${why}): not opened by another program, only our own reading is tested.`);
  return false;
}

/** Null when it was installed, else why not. */
async function tryToInstall(program: OfficeProgram): Promise<string | null> {
  const packages = PACKAGES[program].join(' ');
  if (!isDebian()) return `${packages} not installed, since this is no Debian`;
  if (process.getuid?.() !== 0) return `${packages} not installed, since only root may`;
  const updated = await aptGet('update');
  if (updated !== null) return `apt-get update failed: ${updated}`;
  const installed = await aptGet('install', '-y', '--no-install-recommends', ...PACKAGES[program]);
  return installed === null ? null : `apt-get install ${packages} failed: ${installed}`;
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

/** Null when it worked, else the last thing it said. */
function aptGet(...args: string[]): Promise<string | null> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', args, { env, timeout: INSTALL_WITHIN_MS, maxBuffer: 64 * 1024 * 1024 }).then(
    () => null,
    (error: Error & { stderr?: string }) => (error.stderr?.trim() || error.message).split('\n').at(-1) ?? '',
  );
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
