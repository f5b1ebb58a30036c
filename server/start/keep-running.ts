import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 5_000;
/** A child that lived so long has put its troubles behind it. */
const SETTLED_AFTER_MS = 10_000;
const STOP_WITHIN_MS = 10_000;

export type KeptChild = Readonly<{ stop(): Promise<void> }>;

export type KeepRunningOptions = Readonly<{
  /** What it is called in messages. */
  name: string;
  /** The program and its arguments, seen from `cwd`; part of the command line, so that it is found in a list of processes. */
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  log: (line: string) => void;
  /** Asked after the n-th death in a row; true means that it is not started again. */
  giveUp: (deaths: number) => boolean;
}>;

/**
 * Starts a Node program and starts it again, a little later each time, whenever it ends unasked. It stands in a process group
 * of its own: Ctrl-C reaches only us, and we stop things in order. It hears by its channel when we are gone.
 */
export function keepRunning({ name, args, cwd, env, log, giveUp }: KeepRunningOptions): KeptChild {
  let child: ChildProcess;
  let stopping = false;
  let deaths = 0;
  let wait: NodeJS.Timeout | undefined;
  start();

  function start(): void {
    const startedAt = Date.now();
    child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('exit', (code, signal) => {
      if (stopping) return;
      deaths = Date.now() - startedAt > SETTLED_AFTER_MS ? 1 : deaths + 1;
      if (giveUp(deaths)) return;
      const delay = Math.min(FIRST_DELAY_MS * 2 ** (deaths - 1), LONGEST_DELAY_MS);
      log(`The ${name} ended unexpectedly (${signal ?? `code ${code}`}); it is started again.`);
      wait = setTimeout(start, delay);
    });
  }

  return {
    async stop() {
      stopping = true;
      clearTimeout(wait);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      const patience = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      child.kill('SIGTERM');
      await gone;
      clearTimeout(patience);
    },
  };
}
