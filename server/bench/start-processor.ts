import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Config, environmentOf } from '#server/config.ts';
import { PROCESSOR_COMMAND } from '#server/start/processor-command.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REPORTER = new URL('./report-memory.ts', import.meta.url).href;
/** After this it is not asked but made to end. */
const STOP_WITHIN_MS = 15_000;
const MB = 1024 * 1024;

export type Processor = {
  /** The most memory it ever had resident, in MB of 1024 x 1024 bytes. */
  peakMemory(): Promise<number>;
  stop(): Promise<void>;
};

/** Starts the product's own processor as a process of its own, in the product's own environment. */
export function startProcessor(config: Config): Processor {
  const child = spawn(process.execPath, ['--import', REPORTER, ...PROCESSOR_COMMAND], {
    cwd: ROOT,
    env: environmentOf(config),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  return {
    peakMemory: () => peakMemory(child),
    async stop() {
      const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(deadline);
    },
  };
}

/** Linux keeps the high-water mark of this very program; elsewhere the processor is asked for what it knows of itself. */
async function peakMemory(child: ChildProcess): Promise<number> {
  const status = `/proc/${child.pid}/status`;
  if (existsSync(status)) {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1];
    if (kilobytes !== undefined) return (Number(kilobytes) * 1024) / MB;
  }
  child.send('memory');
  const [bytes] = await once(child, 'message');
  return Number(bytes) / MB;
}
