import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#server/config.ts';
import { generateSealingKey, readSealingKey, type SealingKey } from '#server/seal/keys.ts';

type Where = Pick<Config, 'dataDir' | 'auditKeyFile'>;

/** Where the private key is: named by the operator, or in the data folder. */
export function keyFileOf({ dataDir, auditKeyFile }: Where): string {
  return auditKeyFile ?? join(dataDir, 'audit-key.pem');
}

/** The key that is there; null when there is none. @throws Error when it is no key, or cannot be read */
export function readKeyFile(where: Where): SealingKey | null {
  try {
    return readSealingKey(readFileSync(keyFileOf(where), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Makes the first key, for its owner's eyes only. Another process may have been quicker: then its key is answered. */
export function createKeyFile(where: Where): SealingKey {
  try {
    writeFileSync(keyFileOf(where), generateSealingKey(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readKeyFile(where) as SealingKey;
}

/** The key that is to take over, kept beside the present one until everybody agrees. */
export function writeNextKey(where: Where): SealingKey {
  const file = nextFileOf(where);
  writeFileSync(file, generateSealingKey(), { mode: 0o600 });
  chmodSync(file, 0o600);
  return readSealingKey(readFileSync(file, 'utf8'));
}

/** Puts the next key in the place of the present one, when it is the one with this id. */
export function takeNextKey(where: Where, id: string): SealingKey | null {
  try {
    const next = readSealingKey(readFileSync(nextFileOf(where), 'utf8'));
    if (next.id !== id) return null;
    renameSync(nextFileOf(where), keyFileOf(where));
    return next;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function nextFileOf(where: Where): string {
  return `${keyFileOf(where)}.next`;
}
