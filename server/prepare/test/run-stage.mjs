import { spawn } from 'node:child_process';
import { once } from 'node:events';

const END_WITHIN_MS = 30_000;
const running = new Set();

/**
 * Runs one program of Node's. Shown programs write to the terminal as they go, the others only keep their output.
 * @param {string[]} args the program and its arguments
 * @param {{ root: string, show?: boolean, env?: Record<string, string>, timeoutMs?: number }} options
 * @returns {Promise<{ code: number, output: string, seconds: number }>}
 */
export async function runStage(args, { root, show = false, env = {}, timeoutMs }) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const [code] = await once(child, 'close');
  running.delete(child);
  return { code: code ?? 1, output, seconds: (performance.now() - startedAt) / 1000 };
}

/** Asks what runs now to end, so that it puts away its browsers and databases, and waits for it. */
export async function endRunningStage() {
  await Promise.all(
    [...running].map(async (child) => {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
      await once(child, 'close');
      clearTimeout(patience);
    }),
  );
}

/** The line above the output of a part. */
export function heading(title) {
  console.log(`\n== ${title}`);
}
