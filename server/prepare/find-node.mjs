import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';

const WANTED = 24;

/**
 * The Node that runs Lexport: the one the lock file brings along, else the one that runs this, if it is new enough.
 * @param {string} root
 * @returns {string} the path of its binary
 */
export function findNode(root) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', file);
  if (existsSync(brought) && (brought === realpathSync(process.execPath) || majorOf(brought) >= WANTED)) return brought;
  if (Number.parseInt(process.versions.node, 10) >= WANTED) return process.execPath;
  throw new Problem(
    `Lexport brings Node ${WANTED} for Linux and Windows only, and here it does not run. ` +
      `Install Node ${WANTED} or newer yourself (this is ${process.versions.node}) and start again.`,
  );
}

function majorOf(binary) {
  const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return Number.parseInt(stdout?.replace('v', '') ?? '', 10);
}
