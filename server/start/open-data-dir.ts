import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartProblem } from './problem.ts';

const MB = 1024 * 1024;
/** Less than this and the first upload, or the database's own log, would fill the disk. */
const LEAST_FREE_BYTES = 200 * MB;

/** Makes the data folder when it is not there. @throws StartProblem when it cannot be written to or its disk is full */
export function openDataDir(dataDir: string): void {
  const probe = join(dataDir, `.writable-${process.pid}`);
  try {
    makeFolder(dataDir);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw explainDataDirError(error as NodeJS.ErrnoException, dataDir);
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < LEAST_FREE_BYTES) throw full(dataDir, bavail * bsize);
}

/** Node's own recursive mkdir never comes back from a place such as /proc, where making a folder fails as if its parent were missing. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

export function explainDataDirError(error: NodeJS.ErrnoException, dataDir: string): StartProblem {
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return full(dataDir, 0);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
      return new StartProblem(
        `Lexport may not write in ${dataDir}. Make that folder yours, or set DATA_DIR to one that is.`,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartProblem(`DATA_DIR is ${dataDir}, and that is no folder. Set DATA_DIR to a folder.`);
    default:
      return new StartProblem(`DATA_DIR (${dataDir}) cannot be used: ${error.message}.`);
  }
}

function full(dataDir: string, free: number): StartProblem {
  return new StartProblem(
    `The disk that holds ${dataDir} is full (${Math.floor(free / MB)} MB left; Lexport needs ${LEAST_FREE_BYTES / MB} MB). ` +
      'Free some space, or set DATA_DIR to a folder on another disk.',
  );
}
