import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNode } from './find-node.mjs';
import { hashFiles } from './hash-files.mjs';
import { Problem } from './problem.mjs';
import { runQuietly } from './run-quietly.mjs';
import { withLock } from './with-lock.mjs';

/** Everything the pages are made of; the server itself is run from its sources. */
const INPUTS = [
  'app',
  'components',
  'server/contract',
  'server/domain',
  'public',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/**
 * Builds the pages when they were not, or from other files than those that are there now.
 * @param {string} root
 */
export async function buildWhenNeeded(root) {
  if (isBuilt(root)) return;
  await withLock(root, async () => {
    if (isBuilt(root)) return;
    console.log('Building the pages (about a minute; only after a change) ...');
    rmSync(marker(root), { force: true });
    const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
    const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
    const { code, output } = await runQuietly(findNode(root), [next, 'build'], { cwd: root, env });
    if (code !== 0) throw new Problem(explain(output, root));
    mkdirSync(join(root, '.next'), { recursive: true });
    // Only now: the first build of a checkout may complete tsconfig.json.
    writeFileSync(marker(root), hashFiles(root, INPUTS));
  });
}

function isBuilt(root) {
  if (!existsSync(join(root, '.next', 'BUILD_ID')) || !existsSync(marker(root))) return false;
  return readFileSync(marker(root), 'utf8') === hashFiles(root, INPUTS);
}

function marker(root) {
  return join(root, '.next', 'lexport-build');
}

function explain(output, root) {
  if (/ENOSPC|no space left/i.test(output))
    return `The disk that holds ${root} is full. Free about 1 GB and start again.`;
  return `${output.trimEnd()}\n\nThe pages could not be built; the reason is above.`;
}
