import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { runStage } from './run-stage.mjs';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'];
const INSTALL_WITHIN_MS = 180_000;

/**
 * The path of a Chromium that starts: the one named, Playwright's own, the system's; installs one when there is none.
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
export async function findChromium(root) {
  const found = present();
  if (found) return found;
  console.log("There is no Chromium here. Installing Playwright's own ...");
  await runStage(['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    root,
    timeoutMs: INSTALL_WITHIN_MS,
  });
  return present() ?? installDebians();
}

function present() {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM].find(
    (path) => path && existsSync(path) && starts(path),
  );
}

function starts(path) {
  const { status } = spawnSync(path, ['--no-sandbox', '--version'], { stdio: 'ignore', timeout: 20_000 });
  return status === 0;
}

function installDebians() {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  console.log("Playwright's own cannot be had. Installing Debian's chromium (about half a minute) ...");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd().split('\n').slice(-5).join('\n'));
  }
  return present();
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
