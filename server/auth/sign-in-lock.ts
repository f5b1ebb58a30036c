import { insertAuditEntries, type NewAuditEntry } from '#db/queries/insert-audit-entries.ts';
import { type Person, readPerson } from '#db/queries/read-person.ts';
import { insertSignInFailure, readSignInFailures } from '#db/queries/sign-in-failures.ts';
import type { Actor } from '#domain/access.ts';
import { Problem, type ProblemCode } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';

/** What everybody who guesses meets: so many wrong passwords and codes of one address together, and it is locked for a while. */

type LockServices = Pick<Services, 'pool' | 'config'>;

/** @throws Problem `account_locked` */
export async function refuseLocked(
  { pool, config }: LockServices,
  origin: Actor['origin'],
  email: string,
): Promise<void> {
  const { signInAttempts, signInLockMinutes } = config.limits;
  const { count, secondsLeft } = await readSignInFailures(pool, email, signInLockMinutes);
  if (count < signInAttempts) return;
  await auditPerson(pool, origin, await readPerson(pool, { email }), {
    action: 'session.refused',
    details: { email, why: 'locked' },
  });
  throw new Problem('account_locked', { minutes: Math.max(1, Math.ceil(secondsLeft / 60)), seconds: secondsLeft });
}

/** Counts one wrong guess, and says so. @throws Problem always: the one it is given */
export async function refuseGuess(
  { pool, config }: LockServices,
  origin: Actor['origin'],
  email: string,
  why: Extract<ProblemCode, 'wrong_credentials' | 'wrong_code' | 'wrong_password'>,
): Promise<never> {
  const { signInAttempts, signInLockMinutes } = config.limits;
  await insertSignInFailure(pool, email);
  const person = await readPerson(pool, { email });
  await auditPerson(pool, origin, person, { action: 'session.refused', details: { email, why } });
  const { count } = await readSignInFailures(pool, email, signInLockMinutes);
  if (count >= signInAttempts) {
    await auditPerson(pool, origin, person, {
      action: 'session.locked',
      details: { email, minutes: signInLockMinutes },
    });
  }
  throw new Problem(why);
}

/** An entry about a person and, as far as we know, by them. */
export function auditPerson(
  pool: Services['pool'],
  origin: Actor['origin'],
  person: Person | null,
  entry: NewAuditEntry,
): Promise<void> {
  return insertAuditEntries(
    pool,
    {
      id: person?.id ?? null,
      name: person?.name ?? null,
      role: person?.role ?? null,
      organisationId: person?.organisation.id ?? null,
      origin,
    },
    [{ subjectType: 'person', subjectId: person?.id ?? null, ...entry }],
  );
}
