import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { type Person, readPerson } from '#db/queries/read-person.ts';
import { readSecondFactor } from '#db/queries/second-factors.ts';
import { noteSession, publishEnded } from '#db/queries/sessions.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import type { Auth } from './auth.ts';
import { tokenIn } from './begin-session.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { SessionReading } from './read-session.ts';
import { refuseGuess, refuseLocked } from './sign-in-lock.ts';

type AccountServices = Pick<Services, 'pool' | 'config'>;
/** The person's own session, and the cookies it came with. */
export type OwnSession = { session: SessionReading; headers: Headers };

export type SecondFactorState = { enabled: boolean; required: boolean; available: boolean };

/** Whether somebody has a second factor, must have one, and can: without a password there is nothing to be the second of. */
export async function readOwnSecondFactor(
  { pool, config }: AccountServices,
  { actor }: SessionReading,
): Promise<SecondFactorState> {
  const { enabled, hasPassword } = await readSecondFactor(pool, actor.id);
  return { enabled, required: config.secondFactorFor.includes(actor.role), available: hasPassword };
}

/**
 * Begins a second factor: the secret for an app, and codes to keep for when the app is lost. It counts from the first right code.
 * @throws Problem `wrong_password`, `account_locked`, `second_factor_there`
 */
export async function startSecondFactor(
  services: AccountServices,
  auth: Auth,
  own: OwnSession,
  password: string,
): Promise<{ uri: string; secret: string; backupCodes: string[] }> {
  return byPassword(services, own, async () => {
    const response = await auth.api.enableTwoFactor({
      body: { password, method: 'totp' },
      headers: own.headers,
      asResponse: true,
    });
    if (!response.ok) throw await problemIn(response);
    const { totpURI, backupCodes } = (await response.json()) as { totpURI: string; backupCodes: string[] };
    await audit(services, own, 'second_factor.start');
    return { uri: totpURI, secret: new URL(totpURI).searchParams.get('secret') ?? '', backupCodes };
  });
}

/** The first code: from now on one is asked for at signing in. Answers the cookies of the session that takes over. @throws Problem `wrong_code` */
export async function confirmSecondFactor(
  services: AccountServices,
  auth: Auth,
  own: OwnSession,
  code: string,
): Promise<string[]> {
  const body = { code: code.replace(/\s/g, '') };
  const response = await auth.api.verifyTOTP({ body, headers: own.headers, asResponse: true });
  if (!response.ok) throw response.status < 500 ? new Problem('wrong_code') : new Error(`Answered ${response.status}`);
  await audit(services, own, 'second_factor.enable');
  return takeOver(services, own, response);
}

/** Ends a second factor. @throws Problem `wrong_password`, `account_locked`, `second_factor_required` */
export async function disableSecondFactor(
  services: AccountServices,
  auth: Auth,
  own: OwnSession,
  password: string,
): Promise<string[]> {
  if (services.config.secondFactorFor.includes(own.session.actor.role)) throw new Problem('second_factor_required');
  return byPassword(services, own, async () => {
    const response = await auth.api.disableTwoFactor({ body: { password }, headers: own.headers, asResponse: true });
    if (!response.ok) throw await problemIn(response);
    await audit(services, own, 'second_factor.disable');
    return takeOver(services, own, response);
  });
}

/** New codes to keep; those of before are worth nothing any more. @throws Problem `wrong_password`, `account_locked` */
export async function renewBackupCodes(
  services: AccountServices,
  auth: Auth,
  own: OwnSession,
  password: string,
): Promise<string[]> {
  return byPassword(services, own, async () => {
    const response = await auth.api.generateBackupCodes({ body: { password }, headers: own.headers, asResponse: true });
    if (!response.ok) throw await problemIn(response);
    const { backupCodes } = (await response.json()) as { backupCodes: string[] };
    await audit(services, own, 'second_factor.renew_codes');
    return backupCodes;
  });
}

/** Work that a password opens; wrong ones count as those at the door. */
async function byPassword<T>(services: AccountServices, { session }: OwnSession, work: () => Promise<T>): Promise<T> {
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
  TOTP_ALREADY_ENABLED: 'second_factor_there',
  TWO_FACTOR_NOT_ENABLED: 'second_factor_missing',
} as const;

async function problemIn(response: Response): Promise<Error> {
  const { code } = (await response.json().catch(() => ({}))) as { code?: keyof typeof CODES };
  const known = code ? CODES[code] : undefined;
  return known ? new Problem(known) : new Error(`The second factor answered ${response.status} ${code ?? ''}`);
}

/** A change of the ways in gives the session a new number; where it comes from stays. */
async function takeOver({ pool }: AccountServices, { session }: OwnSession, response: Response): Promise<string[]> {
  const cookies = response.headers.getSetCookie();
  if (session.by !== 'key') await noteSession(pool, tokenIn(cookies), session.actor.origin, session.by);
  await publishEnded(pool, [session.sessionId]);
  return cookies;
}

function audit({ pool }: AccountServices, { session: { actor } }: OwnSession, action: string): Promise<void> {
  return insertAuditEntries(pool, actor, [{ action, subjectType: 'person', subjectId: actor.id }]);
}
