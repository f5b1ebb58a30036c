import { type Actor, ROLES, SIGN_IN_METHODS, type SignInMethod } from '#domain/access.ts';
import { CLASSIFICATIONS } from '#domain/definition.ts';
import type { Config } from '#server/config.ts';
import type { Auth } from './auth.ts';

export type SessionReading = {
  actor: Actor;
  /** Of the session, or of the key where a program acts. */
  sessionId: string;
  by: SignInMethod | 'key';
  /** This role needs a second factor, and this person has none yet: nothing is open but making one. */
  mustEnrol: boolean;
  expiresAt: Date;
  /** `Set-Cookie` headers of a session that slid on. */
  cookies: string[];
};

type Options = {
  /** False when the call is not a person's doing, such as a socket's check: it must not keep the session alive. */
  slide?: boolean;
};

/** Who a request's cookie belongs to, or null when there is no session or it has ended. Slides the session on. */
export async function readSession(
  { auth, config }: { auth: Auth; config: Pick<Config, 'secondFactorFor'> },
  headers: Headers,
  origin: Actor['origin'],
  { slide = true }: Options = {},
): Promise<SessionReading | null> {
  if (!headers.has('cookie')) return null;
  const { response, headers: answered } = await auth.api.getSession({
    headers,
    query: { disableRefresh: !slide },
    returnHeaders: true,
  });
  if (!response) return null;
  const { session, user } = response;
  const role = ROLES.find((known) => known === user.role);
  const clearance = CLASSIFICATIONS.find((known) => known === user.clearance);
  if (!role || !clearance) return null;
  const by = SIGN_IN_METHODS.find((known) => known === session.signedInBy) ?? 'password';
  return {
    actor: {
      id: user.id,
      name: user.name,
      role,
      organisationId: user.organisationId,
      clearance,
      origin,
    },
    sessionId: session.id,
    by,
    mustEnrol: by === 'password' && config.secondFactorFor.includes(role) && !user.twoFactorEnabled,
    expiresAt: session.expiresAt,
    cookies: answered.getSetCookie(),
  };
}
