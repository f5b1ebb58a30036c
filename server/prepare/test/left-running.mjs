import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { oneCheck } from './one-check.mjs';

const END_WITHIN_MS = 5_000;

/** Nothing that these tests started may outlive them. Whatever does is named, ended, and counts as a failure. */
export async function leftRunning({ temporary }) {
  const startedAt = Date.now();
  let left = startedHere(temporary);
  while (left.length > 0 && Date.now() - startedAt < END_WITHIN_MS) {
    await sleep(100);
    left = startedHere(temporary);
  }
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  const output = left.map(({ pid, command }) => `still running: ${pid} ${command}`).join('\n');
  return oneCheck('Nothing was left running', {
    code: left.length ? 1 : 0,
    output,
    seconds: (Date.now() - startedAt) / 1000,
  });
}

/** Every process that inherited this run's folder for temporary files (seen on Linux; elsewhere nothing is seen). */
function startedHere(temporary) {
  return readPids().flatMap((pid) => {
    try {
      if (pid === process.pid || !readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`TMPDIR=${temporary}`))
        return [];
      return [{ pid, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').slice(0, 150) }];
    } catch {
      return [];
    }
  });
}

function readPids() {
  try {
    return readdirSync('/proc').map(Number).filter(Boolean);
  } catch {
    return [];
  }
}
