import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Product } from './start-product.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export type SpawnedProcessor = {
  /** What it has said so far. */
  output(): string;
  /** Sends the signal and waits until it is gone; answers its exit code, null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** A real processor over the database and the files of a product; it ends by itself when this process does. */
export function spawnProcessor(
  { url, dataDir }: Pick<Product, 'url' | 'dataDir'>,
  env: Record<string, string> = {},
): SpawnedProcessor {
  const child: ChildProcess = spawn(process.execPath, ['server/processor.ts'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir, AUTH_SECRET: 'x'.repeat(32), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      output += text;
    });
  }
  return {
    output: () => output,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, 'exit');
      child.kill(signal);
      return (await gone)[0] as number | null;
    },
  };
}
