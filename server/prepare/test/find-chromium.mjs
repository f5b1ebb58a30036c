import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { runStage } from './run-stage.mjs';

/** Without windows a browser has no need of all that draws them: the headless shell does the same work in two thirds of the time. */
const DEBIANS_SHELL = '/usr/bin/chromium-headless-shell';
const WHOLE_ONES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'];
const START_WITHIN_MS = 30_000;
const INSTALL_WITHIN_MS = 180_000;

/**
 * The path of a Chromium that starts: the one named, Playwright's own, the system's; a headless shell before a whole one.
 * Installs one when there is none.
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
export async function findChromium(root) {
  return (await present()) ?? (await installDebians()) ?? (await installPlaywrights(root));
}

async function present() {
  // Left to itself, Playwright starts its own headless shell.
  for (const path of [process.env.CHROMIUM_PATH, undefined, DEBIANS_SHELL, chromium.executablePath(), ...WHOLE_ONES]) {
    const started = path === undefined || (path && existsSync(path)) ? await start(path) : undefined;
    if (started) return started;
  }
}

/** What was started, or undefined when it does not start. */
async function start(executablePath) {
  try {
    const args = ['--no-sandbox'];
    const browser = await chromium.launchServer({
      timeout: START_WITHIN_MS,
      args,
      ...(executablePath ? { executablePath } : {}),
    });
    const path = browser.process().spawnfile;
    await browser.close();
    return path;
  } catch {
    return undefined;
  }
}

function installDebians() {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  console.log("There is no Chromium here. Installing Debian's (about half a minute) ...");
  if (!aptGet('update')) return undefined;
  const install = ['install', '-y', '--no-install-recommends'];
  if (!aptGet(...install, 'chromium-headless-shell') && !aptGet(...install, 'chromium')) return undefined;
  return present();
}

function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8', timeout: INSTALL_WITHIN_MS });
  if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd().split('\n').slice(-5).join('\n'));
  return status === 0;
}

async function installPlaywrights(root) {
  console.log("There is no Chromium here. Installing Playwright's own ...");
  const args = ['node_modules/@playwright/test/cli.js', 'install', '--only-shell', 'chromium'];
  const { code, output } = await runStage(args, { root, timeoutMs: INSTALL_WITHIN_MS });
  if (code !== 0) console.log(output.trimEnd().split('\n').slice(-5).join('\n'));
  return present();
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
