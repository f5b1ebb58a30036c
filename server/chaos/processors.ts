import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** After this a process that was asked to end is made to. */
const STOP_WITHIN_MS = 20_000;
const TAIL_CHARACTERS = 3_000;

/** Everything that was started and is not gone yet; nothing of it outlives this process. */
const alive = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

export type Started = {
  pid: number;
  frozen: boolean;
  /** The last it has said. */
  tail(): string;
  /** True when it ended without having been told to. */
  endedByItself(): boolean;
  freeze(): void;
  thaw(): void;
  /** Ends it outright, frozen or not. */
  kill(): Promise<void>;
  /** Asks it to end, and insists after a while. */
  stop(): Promise<void>;
  /** Bytes of memory it has now. */
  memory(): number;
};

/** Starts one of the product's programs as a process of its own. `args` are Node's, seen from the project's folder. */
export function startProgram(args: readonly string[], env: NodeJS.ProcessEnv): Started {
  // In a process group of its own: Ctrl-C reaches only us, and we end things in order.
  const options = { cwd: ROOT, env, detached: true } as const;
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  alive.add(child);
  let told = false;
  let tail = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text) => {
      tail = `${tail}${text}`.slice(-TAIL_CHARACTERS);
    });
  const gone = once(child, 'exit').then(() => alive.delete(child));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: NodeJS.Signals) => {
    told = true;
    if (!hasEnded()) child.kill(signal);
    await gone;
  };
  const started: Started = {
    pid: child.pid ?? 0,
    frozen: false,
    tail: () => tail,
    endedByItself: () => hasEnded() && !told,
    freeze() {
      started.frozen = child.kill('SIGSTOP');
    },
    thaw() {
      child.kill('SIGCONT');
      started.frozen = false;
    },
    kill: () => end('SIGKILL'),
    async stop() {
      started.thaw();
      const patience = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await end('SIGTERM');
      clearTimeout(patience);
    },
    memory: () => memoryOf(child.pid ?? 0),
  };
  return started;
}

/** Resident memory, as Linux tells it; elsewhere 0. */
function memoryOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
