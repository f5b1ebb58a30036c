import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainNpm } from './explain-npm.mjs';
import { isInstalled } from './is-installed.mjs';
import { Problem } from './problem.mjs';
import { runQuietly } from './run-quietly.mjs';
import { withLock } from './with-lock.mjs';

const WHY = 'Installing the packages of package-lock.json (about 1 GB unpacked; a few minutes the first time) ...';

/**
 * Installs what package-lock.json names when that is not what node_modules holds.
 * @param {string} root
 */
export async function installWhenNeeded(root) {
  if (upToDate(root)) return;
  await withLock(root, async () => {
    if (upToDate(root)) return;
    console.log(WHY);
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
    // The tools of `npm test` and of the build are development packages; no package's install script is needed, so none runs.
    const args = [
      ...npm.slice(1),
      'ci',
      '--include=dev',
      '--include=optional',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ];
    const { code, output } = await runQuietly(npm[0], args, {
      cwd: root,
      shell: process.platform === 'win32' && npm[0] === 'npm',
    });
    if (code !== 0) throw new Problem(explainNpm(output, root));
  });
}

function upToDate(root) {
  const wanted = readJson(join(root, 'package-lock.json'));
  if (!wanted)
    throw new Problem(`package-lock.json is missing in ${root} or is no JSON. Get it back from the repository.`);
  const present = readJson(join(root, 'node_modules', '.package-lock.json'));
  return isInstalled(wanted.packages ?? {}, present?.packages ?? {}, process);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
