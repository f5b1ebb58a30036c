/** The embedded database cannot do its work; the message says in one plain sentence why and what to do. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';
}

const SENTENCES: [RegExp, (dataDir: string) => string][] = [
  [
    /No space left on device|ENOSPC/i,
    (dataDir) =>
      `The disk that holds ${dataDir} is full. Free some space (at least 200 MB) and start again; nothing was lost.`,
  ],
  [
    /database files are incompatible with server/i,
    (dataDir) =>
      `${dataDir}/postgres was made by another version of Postgres. Start the older Lexport to export your work, or set DATA_DIR to a new folder.`,
  ],
  [
    /Permission denied|EACCES|EPERM|EROFS|Read-only file system/i,
    (dataDir) => `Postgres may not write in ${dataDir}. Make it writable for you, or set DATA_DIR to a folder that is.`,
  ],
  [
    /could not (map|resize|create) .*shared memory|Cannot allocate memory/i,
    () =>
      'There is not enough memory for the embedded database (it needs about 250 MB). Close something and start again.',
  ],
  [
    /error while loading shared libraries: (\S+)/i,
    () =>
      'The embedded Postgres does not run on this system. Set DATABASE_URL to a Postgres (15 or newer) of your own.',
  ],
];

/** What initdb or Postgres wrote when it failed, as one sentence with what to do. */
export function explainPostgresOutput(output: string, dataDir: string, options?: ErrorOptions): EmbeddedPostgresError {
  const known = SENTENCES.find(([pattern]) => pattern.test(output));
  if (known) return new EmbeddedPostgresError(known[1](dataDir), options);
  const last =
    output
      .trim()
      .split('\n')
      .findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? output.trim().split('\n').at(-1);
  return new EmbeddedPostgresError(
    `The embedded database did not start: ${last?.trim() || 'it said nothing'}. More is in ${dataDir}/postgres.log.`,
    options,
  );
}

/** True for what a server of a moment ago still holds: its port, or shared memory that a last backend uses. */
export function mayPassByWaiting(output: string): boolean {
  return /could not bind .*address|pre-existing shared memory block|lock file "postmaster.pid" already exists/i.test(
    output,
  );
}
