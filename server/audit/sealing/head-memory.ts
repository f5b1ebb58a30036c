import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#server/config.ts';

/** The end of the trail as this installation last saw it. */
export type Head = { number: number; hash: string };

/**
 * Remembered outside the database: whoever cuts the last blocks off there leaves a chain in which nothing is wrong. Null when
 * nothing is remembered.
 */
export function recallHead(config: Pick<Config, 'dataDir'>): Head | null {
  try {
    return JSON.parse(readFileSync(fileOf(config), 'utf8')) as Head;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export function rememberHead(config: Pick<Config, 'dataDir'>, head: Head): void {
  const temporary = `${fileOf(config)}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(head), { mode: 0o600 });
  renameSync(temporary, fileOf(config));
}

function fileOf({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'audit-head.json');
}
