import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { GuardNews, GuardOrder } from './guard.ts';

const GUARD = fileURLToPath(new URL('./guard.ts', import.meta.url));
const STOP_WITHIN_MS = 20_000;

export type GuardedServer = Readonly<{
  /** Resolves with the last lines the server wrote, when it has ended for whatever reason. */
  ended: Promise<string>;
  stop(): Promise<void>;
}>;

/** Postgres or its guard ended before it was ready; `output` is what it wrote. */
export class ServerDidNotStart extends Error {
  readonly output: string;
  constructor(output: string) {
    super(output);
    this.output = output;
  }
}

/** Starts Postgres under its guard and resolves when it accepts connections. @throws ServerDidNotStart */
export async function startGuarded(order: GuardOrder): Promise<GuardedServer> {
  const guard = spawn(process.execPath, [GUARD, JSON.stringify(order)], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let output = '';
  const ended = new Promise<string>((resolve) => guard.once('exit', () => resolve(output)));
  const ready = new Promise<boolean>((resolve) => {
    guard.on('message', (news: GuardNews) => {
      if ('ready' in news) resolve(true);
      else output = news.ended;
    });
    void ended.then(() => resolve(false));
  });
  if (!(await ready)) throw new ServerDidNotStart(output);
  return {
    ended,
    async stop() {
      if (guard.exitCode !== null || guard.signalCode !== null) return;
      const gone = once(guard, 'exit');
      const patience = setTimeout(() => guard.kill('SIGKILL'), STOP_WITHIN_MS);
      guard.kill('SIGTERM');
      await gone;
      clearTimeout(patience);
    },
  };
}
