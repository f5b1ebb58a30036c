import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './problem.ts';

/** How to start one of Postgres's programs: as whom, and through which other program. */
export type Launch = Readonly<{
  command: string;
  args: string[];
  uid?: number;
  gid?: number;
}>;
export type ServerUser = Readonly<{
  ids: { uid: number; gid: number } | undefined;
  launch(program: string, args: string[]): Launch;
}>;

/**
 * Postgres refuses to be root, so as root its programs are started as the owner of the existing cluster, else as the user
 * `postgres`, which is made when there is none. Folders that only root may enter (a clone under /root) are reached by giving
 * the server that one right. For anybody else it is simply oneself.
 */
export function serverUser(cluster: string, program: string): ServerUser {
  const ids = process.getuid?.() === 0 ? (ownerOf(cluster) ?? postgresIds()) : undefined;
  const options = [
    ...(ids && !reachable(ids, [dirname(cluster), program]) ? bypass(ids, program) : []),
    ...endWithParent(),
  ];
  return {
    ids,
    launch(command, args) {
      if (options.length > 0) return wrapped(options, ids, command, args);
      return { command, args, ...ids };
    },
  };
}

function wrapped(options: string[], ids: ServerUser['ids'], command: string, args: string[]): Launch {
  const identity = ids ? [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups'] : [];
  return {
    command: 'setpriv',
    args: [...identity, ...options, '--', command, ...args],
  };
}

function ownerOf(cluster: string): ServerUser['ids'] {
  const found = statSync(cluster, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function postgresIds(): { uid: number; gid: number } {
  const ids = readIds();
  if (ids) return ids;
  spawnSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' });
  spawnSync(
    'useradd',
    ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    {
      stdio: 'ignore',
    },
  );
  const made = readIds();
  if (made) return made;
  throw new EmbeddedPostgresError(
    'Postgres may not run as root and no user "postgres" could be made. Start Lexport as an ordinary user, or set DATABASE_URL.',
  );
}

function readIds(): ServerUser['ids'] {
  const read = (flag: string) =>
    Number(
      execFileSync('id', [flag, 'postgres'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  try {
    return { uid: read('-u'), gid: read('-g') };
  } catch {
    return undefined;
  }
}

/** Whether this user may enter every folder on the way to these paths. */
function reachable(ids: { uid: number; gid: number }, paths: string[]): boolean {
  return paths.every((path) => {
    for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
      const found = statSync(folder, { throwIfNoEntry: false });
      if (!found) continue;
      const bit = found.uid === ids.uid ? 0o100 : found.gid === ids.gid ? 0o010 : 0o001;
      if (!(found.mode & bit)) return false;
    }
    return true;
  });
}

function bypass(ids: { uid: number; gid: number }, program: string): string[] {
  // The last one is for access(2), with which Postgres's programs look for each other: it would not count the right otherwise.
  const options = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  if (works(wrapped(options, ids, program, ['--version']))) return options;
  throw new EmbeddedPostgresError(
    'Lexport runs as root in a folder that the user "postgres" may not enter. Move it to one that others may enter ' +
      '(such as /opt or /srv), start it as an ordinary user, or set DATABASE_URL.',
  );
}

/** Linux can end the server with its guard even when the guard is killed outright; elsewhere the next start cleans up. */
function endWithParent(): string[] {
  const options = ['--pdeathsig=INT'];
  return process.platform === 'linux' && works(wrapped(options, undefined, 'true', [])) ? options : [];
}

function works(launch: Launch): boolean {
  return spawnSync(launch.command, launch.args, { stdio: 'ignore' }).status === 0;
}
