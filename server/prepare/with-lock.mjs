import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 200;
const EMPTY_FOR_AT_MOST_MS = 2_000;

/**
 * Runs `work` while no other start installs or builds in this checkout. A lock whose holder is gone is taken over.
 * @param {string} root
 * @param {() => Promise<void>} work
 */
export async function withLock(root, work) {
  const file = join(root, '.data', 'prepare.lock');
  mkdirSync(join(root, '.data'), { recursive: true });
  for (let told = false; !take(file); told = true) {
    if (!told) console.log('Waiting for another start of Lexport that installs or builds ...');
    await sleep(LOOK_EVERY_MS);
  }
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (holderLives(file)) return false;
    rmSync(file, { force: true });
    return take(file);
  }
}

function holderLives(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // It is empty for the moment between being made and being written.
    if (!pid) return Date.now() - statSync(file).mtimeMs < EMPTY_FOR_AT_MOST_MS;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
