import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { readSecondFactor } from '#db/queries/second-factors.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import type { Auth } from './auth.ts';
import { byPassword, type OwnSession, problemIn, takeOver } from './by-password.ts';
import type { SessionReading } from './read-session.ts';

type AccountServices = Pick<Services, 'pool' | 'config'>;

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

function audit({ pool }: AccountServices, { session: { actor } }: OwnSession, action: string): Promise<void> {
  return insertAuditEntries(pool, actor, [{ action, subjectType: 'person', subjectId: actor.id }]);
}
