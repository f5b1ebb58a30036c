import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import type { Launch } from './server-user.ts';

/**
 * A small process of its own between Lexport and Postgres. It stands in another process group, so that Ctrl-C does not stop the
 * database before those who use it, and it hears at once when Lexport is gone, even killed outright: then it stops Postgres
 * and itself.
 */

export type GuardOrder = Readonly<{ launch: Launch; logFile: string }>;
export type GuardNews = Readonly<{ ready: true } | { ended: string }>;

const TAIL_CHARACTERS = 4_000;
const FAST_STOP_MS = 15_000;
const READY = 'database system is ready to accept connections';

const order = JSON.parse(process.argv[2] ?? '') as GuardOrder;
const { command, args, ...ids } = order.launch;
let tail = '';

const server = spawn(command, args, {
  ...ids,
  cwd: '/',
  stdio: ['ignore', 'ignore', 'pipe'],
});
server.stderr.setEncoding('utf8').on('data', (text: string) => {
  keep(text);
  if (`${tail}${text}`.includes(READY) && !tail.includes(READY)) tell({ ready: true });
  tail = `${tail}${text}`.slice(-TAIL_CHARACTERS);
});
server.on('error', (error) => end(error.message));
server.on('close', () => end(tail));

process.on('disconnect', stop);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);

function stop(): void {
  server.kill('SIGINT');
  setTimeout(() => server.kill('SIGQUIT'), FAST_STOP_MS).unref();
}

function keep(text: string): void {
  try {
    appendFileSync(order.logFile, text, { mode: 0o600 });
  } catch {
    // A full disk must not take the guard away from the database.
  }
}

function tell(news: GuardNews): void {
  if (process.connected) process.send?.(news, () => undefined);
}

function end(output: string): void {
  tell({ ended: output });
  if (process.connected) process.disconnect();
}
