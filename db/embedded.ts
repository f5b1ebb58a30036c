import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './embedded/binaries.ts';
import { claimCluster, releaseCluster, stopLeftover } from './embedded/claim-cluster.ts';
import { applicationUrl, createApplicationDatabase } from './embedded/create-application-database.ts';
import { freePort } from './embedded/free-port.ts';
import { ADMIN, initialiseCluster } from './embedded/initialise-cluster.ts';
import { EmbeddedPostgresError, explainPostgresOutput, mayPassByWaiting } from './embedded/problem.ts';
import { type ServerSettings, serverSettings } from './embedded/server-settings.ts';
import { serverUser } from './embedded/server-user.ts';
import { type GuardedServer, ServerDidNotStart, startGuarded } from './embedded/start-guarded.ts';

const MAX_LOG_BYTES = 10 * 1024 * 1024;
/** Before each further attempt to start a server; after the last one we give up. */
const RETRY_AFTER_MS = [100, 500, 1_000, 2_000, 4_000];
const MOST_ENDS_A_MINUTE = 5;

export type EmbeddedPostgres = Readonly<{
  /** The application's own database, as a role that owns it and nothing else. */
  url: string;
  /** The database `postgres` as the superuser, for tests and repairs. */
  adminUrl: string;
  /** Ends the server (fast shutdown). Close your connections first. */
  stop(): Promise<void>;
}>;

export type EmbeddedPostgresOptions = Readonly<{
  /** The folder that gets `postgres/`, `postgres-password` and `postgres.log`. */
  dataDir: string;
  /** A free one is chosen when none is given. */
  port?: number;
  log: (line: string) => void;
  /** Called when the server ended unexpectedly and could not be started again; the reason is one plain sentence. */
  onLost?: (reason: EmbeddedPostgresError) => void;
  settings?: ServerSettings;
}>;

/**
 * Brings up the embedded Postgres of `dataDir`: makes the cluster when there is none, takes over what a killed Lexport left
 * behind, and starts the server again, at the same address, should it end unexpectedly.
 * @throws EmbeddedPostgresError in one plain sentence
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  try {
    mkdirSync(dataDir, { recursive: true });
    await claimCluster(dataDir);
    return await bringUp(dataDir, options);
  } catch (error) {
    releaseCluster(dataDir);
    if (error instanceof EmbeddedPostgresError) throw error;
    const output = error instanceof ServerDidNotStart ? error.output : String(error);
    throw explainPostgresOutput(output, dataDir, { cause: error });
  }
}

async function bringUp(dataDir: string, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = findBinaries();
  const { password } = initialiseCluster(dataDir, binaries);
  const logFile = join(dataDir, 'postgres.log');
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) rmSync(logFile);
  const cluster = join(dataDir, 'postgres');
  const user = serverUser(cluster, binaries.postgres);
  const port = options.port ?? (await freePort());
  const args = ['-D', cluster, '-p', String(port), ...serverSettings(options.settings)];
  const start = () => startPatiently({ launch: user.launch(binaries.postgres, args), logFile });
  const adminUrl = `postgres://${ADMIN}:${password}@127.0.0.1:${port}/postgres`;
  const supervised = supervise(await start(), cluster, start, options);
  try {
    await createApplicationDatabase(adminUrl, password);
  } catch (error) {
    await supervised.stop();
    throw error;
  }
  return {
    url: applicationUrl(port, password),
    adminUrl,
    async stop() {
      await supervised.stop();
      releaseCluster(dataDir);
    },
  };
}

/** A port or shared memory that a server of a moment ago still holds comes free by itself. */
async function startPatiently(order: Parameters<typeof startGuarded>[0]): Promise<GuardedServer> {
  for (const delay of RETRY_AFTER_MS) {
    try {
      return await startGuarded(order);
    } catch (error) {
      if (!(error instanceof ServerDidNotStart) || !mayPassByWaiting(error.output)) throw error;
      await sleep(delay);
    }
  }
  return startGuarded(order);
}

function supervise(
  first: GuardedServer,
  cluster: string,
  start: () => Promise<GuardedServer>,
  { log, onLost, dataDir }: EmbeddedPostgresOptions,
): { stop(): Promise<void> } {
  let current = first;
  let stopping = false;
  let ends: number[] = [];
  const watching = (async () => {
    for (;;) {
      const output = await current.ended;
      if (stopping) return;
      ends = [...ends.filter((at) => at > Date.now() - 60_000), Date.now()];
      if (ends.length > MOST_ENDS_A_MINUTE) return onLost?.(explainPostgresOutput(output, dataDir));
      log('The embedded database ended unexpectedly; it is started again.');
      try {
        await stopLeftover(cluster);
        current = await start();
      } catch (error) {
        const told = error instanceof ServerDidNotStart ? error.output : output;
        return onLost?.(explainPostgresOutput(told, dataDir, { cause: error }));
      }
      if (stopping) return current.stop();
    }
  })();
  return {
    async stop() {
      stopping = true;
      await current.stop();
      await watching;
    },
  };
}
