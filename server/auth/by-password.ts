import { type Person, readPerson } from '#db/queries/read-person.ts';
import { noteSession, publishEnded } from '#db/queries/sessions.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import { tokenIn } from './begin-session.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { SessionReading } from './read-session.ts';
import { refuseGuess, refuseLocked } from './sign-in-lock.ts';

type AccountServices = Pick<Services, 'pool' | 'config'>;
/** The person's own session, and the cookies it came with. */
export type OwnSession = { session: SessionReading; headers: Headers };

/** Work that a password opens; wrong ones count as those at the door. @throws Problem `account_locked`, and what the work throws */
export async function byPassword<T>(
  services: AccountServices,
  { session }: OwnSession,
  work: () => Promise<T>,
): Promise<T> {
  const { origin, id } = session.actor;
  const { email } = (await readPerson(services.pool, { id })) as Person;
  return oneAtATime(`sign-in:${email}`, async () => {
    await refuseLocked(services, origin, email);
    try {
      return await work();
    } catch (error) {
      if (error instanceof Problem && error.code === 'wrong_password') {
        return refuseGuess(services, origin, email, 'wrong_password');
      }
      throw error;
    }
  });
}

const CODES = {
  INVALID_PASSWORD: 'wrong_password',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'no_password',
  TOTP_ALREADY_ENABLED: 'second_factor_there',
  TWO_FACTOR_NOT_ENABLED: 'second_factor_missing',
} as const;

/** What better-auth refused, as a problem of ours. */
export async function problemIn(response: Response): Promise<Error> {
  const { code } = (await response.json().catch(() => ({}))) as { code?: keyof typeof CODES };
  const known = code ? CODES[code] : undefined;
  return known ? new Problem(known) : new Error(`Changing a way in answered ${response.status} ${code ?? ''}`);
}

/** A change of the ways in gives the session a new number; where it comes from stays. */
export async function takeOver(
  { pool }: AccountServices,
  { session }: OwnSession,
  response: Response,
): Promise<string[]> {
  const cookies = response.headers.getSetCookie();
  if (session.by !== 'key') await noteSession(pool, tokenIn(cookies), session.actor.origin, session.by);
  await publishEnded(pool, [session.sessionId]);
  return cookies;
}
