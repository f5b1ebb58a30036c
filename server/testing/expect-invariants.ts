import type pg from 'pg';
import { expect } from 'vitest';
import { checkInvariants } from './invariants.ts';

/** Checks the invariants I1 to I7 and I9 of the engine over everything in a database; call it when every job has ended. */
export async function expectInvariants(pool: pg.Pool): Promise<void> {
  for (const { name, broken } of await checkInvariants(pool)) expect(broken, name).toEqual([]);
}
