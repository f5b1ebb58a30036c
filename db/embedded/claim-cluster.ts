import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './problem.ts';
import { birthOf, commandOf, isAlive } from './process-info.ts';

const LOOK_EVERY_MS = 50;
/** No process has this number: Linux counts to 4 194 303 at most, other systems not as far. */
const DEAD_PID = 4_194_304;
/** Fast shutdown first; a server that does not end on it is made to, and recovers from its log at the next start. */
const STOP_STEPS: [NodeJS.Signals, number][] = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 2_000],
];

/**
 * Makes this process the only one that works with the cluster in `dataDir`: refuses when another Lexport does, and stops a
 * server that a killed one left running.
 * @throws EmbeddedPostgresError when a living process has it
 */
export async function claimCluster(dataDir: string): Promise<void> {
  const ownerFile = join(dataDir, 'postgres.owner');
  const owner = readOwner(ownerFile);
  if (owner && owner.pid !== process.pid && isAlive(owner.pid) && birthOf(owner.pid) === owner.birth) {
    throw new EmbeddedPostgresError(
      `${dataDir} is in use by another Lexport (process ${owner.pid}). Stop that one, or set DATA_DIR and PORT to something else.`,
    );
  }
  writeFileSync(ownerFile, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }), { mode: 0o600 });
  await stopLeftover(join(dataDir, 'postgres'));
}

/** Gives the cluster free again. */
export function releaseCluster(dataDir: string): void {
  const ownerFile = join(dataDir, 'postgres.owner');
  if (readOwner(ownerFile)?.pid === process.pid) rmSync(ownerFile, { force: true });
}

/** Stops a server that still runs on this cluster, and disarms a lock file whose number now belongs to somebody else. */
export async function stopLeftover(cluster: string): Promise<void> {
  const lockFile = join(cluster, 'postmaster.pid');
  const [firstLine = '', ...rest] = readText(lockFile)?.split('\n') ?? [];
  const pid = Number(firstLine);
  if (!Number.isInteger(pid) || pid <= 1) return;
  const isOurs = () => isAlive(pid) && commandOf(pid).includes(cluster);
  for (const [signal, patience] of STOP_STEPS) {
    if (!isOurs()) break;
    process.kill(pid, signal);
    for (const until = Date.now() + patience; isOurs() && Date.now() < until; ) await sleep(LOOK_EVERY_MS);
  }
  // Postgres takes any living process with that number for a server, and would not start. The file itself has to stay: from its
  // other lines Postgres sees whether a last backend still uses the shared memory.
  if (isAlive(pid) && !isOurs()) writeFileSync(lockFile, [DEAD_PID, ...rest].join('\n'));
}

function readOwner(file: string): { pid: number; birth: string } | undefined {
  try {
    return JSON.parse(readText(file) ?? '');
  } catch {
    return undefined;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
