import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from '#db/embedded/problem.ts';
import { startEmbeddedPostgres } from '#db/embedded.ts';
import { isMigrated } from '#db/is-migrated.ts';
import { type Config, demoUsersFile, environmentOf, loadStartConfig, type StartConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { portIsFree, portSentence } from './prepare/port-is-free.mjs';
import { checkDatabase, explainDatabaseError } from './start/check-database.ts';
import { demoSecret } from './start/demo-secret.ts';
import { followParent } from './start/follow-parent.ts';
import { howToSignIn } from './start/how-to-sign-in.ts';
import { type KeptChild, keepRunning } from './start/keep-running.ts';
import { openDataDir } from './start/open-data-dir.ts';
import { StartProblem } from './start/problem.ts';
import { PROCESSOR_COMMAND } from './start/processor-command.ts';
import { waitUntilReady } from './start/wait-until-ready.ts';

/** `npm start`: the whole product as children of this process. It ends with code 0 when it was asked to, else with 1. */

const ROOT = join(import.meta.dirname, '..');
const MOST_DEATHS_BEFORE_READY = 3;
/** Longer than web and processors may take to stop, and Postgres after them. */
const STOP_WITHIN_MS = 25_000;

const stopping = new AbortController();
/** What undoes each step that was taken; run in reverse order. */
const undo: (() => Promise<unknown>)[] = [];
let problem: Error | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
followParent(stop, STOP_WITHIN_MS);

try {
  await bringUp(loadStartConfig(undefined, process.argv.includes('--dev')));
  if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
} catch (error) {
  if (!stopping.signal.aborted) problem = error as Error;
}
if (problem) report(problem);
for (const step of undo.reverse()) await step().catch(report);
process.exit(problem ? 1 : 0);

async function bringUp(config: StartConfig): Promise<void> {
  if (!(await portIsFree(config.port, config.host))) throw new StartProblem(portSentence(config.port));
  openDataDir(config.dataDir);
  const databaseUrl = config.databaseUrl === undefined ? await embedded(config) : config.databaseUrl;
  const complete: Config = { ...config, databaseUrl, authSecret: config.authSecret ?? demoSecret(config.dataDir) };
  if (!config.demo) await checkDatabase(databaseUrl);
  stopping.signal.throwIfAborted();
  await fillDatabase(complete);
  stopping.signal.throwIfAborted();
  await startChildren(complete);
  console.log(howToSignIn(config));
}

/** The schema and, in the demo, the samples. Loading the code for that takes longer than all the rest of a second start. */
async function fillDatabase(config: Config): Promise<void> {
  const migrated = await isMigrated(config.databaseUrl);
  if (!migrated) {
    const { migrate } = await import('#db/migrate.ts');
    await migrate(config.databaseUrl).catch((error) => {
      throw explainDatabaseError(error, config.databaseUrl);
    });
  }
  // The file with the demo users is the last thing that seeding writes.
  if (config.demo && !(migrated && existsSync(demoUsersFile(config)))) {
    const { seedDemo } = await import('#db/seed/seed-demo.ts');
    await seedDemo(config);
  }
}

async function embedded(config: StartConfig): Promise<string> {
  const database = await startEmbeddedPostgres({ dataDir: config.dataDir, log: console.error, onLost: fail });
  undo.push(() => database.stop());
  return database.url;
}

async function startChildren(config: Config): Promise<void> {
  let ready = false;
  const start = (name: string, args: readonly string[]): KeptChild =>
    keepRunning({
      name,
      args,
      cwd: ROOT,
      env: environmentOf(config),
      log: console.error,
      giveUp(deaths) {
        if (ready || deaths < MOST_DEATHS_BEFORE_READY) return false;
        fail(new StartProblem(`The ${name} does not start; what it said is above.`));
        return true;
      },
    });
  const children = [
    start('web server', ['server/web.ts']),
    ...Array.from({ length: config.processors }, (_, index) => start(`processor ${index + 1}`, PROCESSOR_COMMAND)),
  ];
  undo.push(() => Promise.all(children.map((child) => child.stop())));
  await waitUntilReady(config.host, config.port, stopping.signal);
  ready = true;
}

function stop(): void {
  stopping.abort();
}

function fail(reason: Error): void {
  problem ??= reason;
  stop();
}

function report(error: Error): void {
  const plain = [ConfigError, StartProblem, EmbeddedPostgresError].some((kind) => error instanceof kind);
  console.error(plain ? error.message : error);
}
