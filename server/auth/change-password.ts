import { readFile, writeFile } from 'node:fs/promises';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { type Person, readPerson } from '#db/queries/read-person.ts';
import { listSessions, publishEnded } from '#db/queries/sessions.ts';
import { Problem } from '#domain/errors.ts';
import { demoUsersFile } from '#server/config.ts';
import type { Services } from '#server/services.ts';
import type { Auth } from './auth.ts';
import { byPassword, type OwnSession, problemIn, takeOver } from './by-password.ts';

/**
 * Gives oneself another password. All other sessions end at once, sockets included, and this one goes on under a new number, since
 * whoever knew the old password may be signed in. Answers how many ended, and the cookies of this one.
 * @throws Problem `wrong_password`, `account_locked`, `password_same`, `no_password`
 */
export async function changePassword(
  services: Pick<Services, 'pool' | 'config'>,
  auth: Auth,
  own: OwnSession,
  { password, newPassword }: { password: string; newPassword: string },
): Promise<{ ended: number; cookies: string[] }> {
  if (password === newPassword) throw new Problem('password_same');
  return byPassword(services, own, async () => {
    const { pool } = services;
    const { actor, sessionId } = own.session;
    const others = (await listSessions(pool, actor.id)).map(({ id }) => id).filter((id) => id !== sessionId);
    const response = await auth.api.changePassword({
      body: { currentPassword: password, newPassword, revokeOtherSessions: true },
      headers: own.headers,
      asResponse: true,
    });
    if (!response.ok) throw await problemIn(response);
    const cookies = await takeOver(services, own, response);
    await insertAuditEntries(pool, actor, [
      {
        action: 'password.change',
        subjectType: 'person',
        subjectId: actor.id,
        details: { sessionsEnded: others.length },
      },
    ]);
    await publishEnded(pool, others);
    await forgetInDemo(services, actor.id);
    return { ended: others.length, cookies };
  });
}

/** The demo signs its people in with one press, by a file of passwords; a password that somebody chose is not written there. */
async function forgetInDemo({ pool, config }: Pick<Services, 'pool' | 'config'>, id: string): Promise<void> {
  if (!config.demo) return;
  const { email } = (await readPerson(pool, { id })) as Person;
  const file = demoUsersFile(config);
  const users = JSON.parse(await readFile(file, 'utf8').catch(() => '[]')) as { email: string }[];
  const left = users.filter((user) => user.email !== email);
  if (left.length < users.length) await writeFile(file, `${JSON.stringify(left, null, 2)}\n`, { mode: 0o600 });
}
