import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError, explainPostgresOutput } from './problem.ts';
import { serverUser } from './server-user.ts';

export const ADMIN = 'postgres';
const MAJOR_VERSION = '18';
/** Trigram search needs a character type that knows letters such as ë; not every system has the first. */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/**
 * Makes the cluster `dataDir/postgres` when there is none and returns the password, kept in `dataDir/postgres-password` (0600).
 * A cluster appears whole or not at all: it is made beside its place and then moved there.
 * @throws EmbeddedPostgresError
 */
export function initialiseCluster(dataDir: string, binaries: Binaries): { password: string; created: boolean } {
  const cluster = join(dataDir, 'postgres');
  const passwordFile = join(dataDir, 'postgres-password');
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    checkVersion(dataDir, cluster);
    return { password: readPassword(passwordFile), created: false };
  }
  const password = randomBytes(24).toString('base64url');
  const fresh = `${cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  enterable(dataDir);
  runInitdb(dataDir, fresh, password, binaries);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  renameSync(fresh, cluster);
  return { password, created: true };
}

function checkVersion(dataDir: string, cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR_VERSION) return;
  throw explainPostgresOutput(`database files are incompatible with server: ${version}`, dataDir);
}

function readPassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new EmbeddedPostgresError(
    `The password of the embedded database is missing (${file}). Put that file back, or move the folder away to start afresh.`,
  );
}

/** Others may pass through the data folder (Postgres may be another user), but not list it. */
function enterable(dataDir: string): void {
  const { mode, uid } = statSync(dataDir);
  if (process.getuid?.() === 0 && uid === 0) chmodSync(dataDir, mode | 0o011);
}

function runInitdb(dataDir: string, fresh: string, password: string, binaries: Binaries): void {
  const user = serverUser(fresh, binaries.initdb);
  const passwordFile = join(fresh, '..', 'postgres-password.new');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.ids) for (const path of [fresh, passwordFile]) chownSync(path, user.ids.uid, user.ids.gid);
  try {
    for (const locale of LOCALES) {
      const { command, args, ...ids } = user.launch(binaries.initdb, initdbArguments(fresh, passwordFile, locale));
      const result = spawnSync(command, args, {
        ...ids,
        encoding: 'utf8',
        cwd: '/',
      });
      if (result.status === 0) return;
      const output = `${result.error?.message ?? ''}\n${result.stdout}\n${result.stderr}`;
      if (!/invalid locale/i.test(output)) throw explainPostgresOutput(output, dataDir);
    }
    throw explainPostgresOutput('no locale that Postgres can use', dataDir);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initdbArguments(fresh: string, passwordFile: string, locale: string): string[] {
  return [
    `--pgdata=${fresh}`,
    `--username=${ADMIN}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Postgres's own locale: upper and lower case of every letter, the same on every machine.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${locale}`,
    '--lc-messages=C',
    '--no-instructions',
  ];
}
