import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '#domain/errors.ts';
import type { Auth } from '#server/auth/auth.ts';
import { bringsKey, readKey } from '#server/auth/read-key.ts';
import { readSession } from '#server/auth/read-session.ts';
import type { Services } from '#server/services.ts';
import type { Watcher } from './live-server.ts';

type Handshake = { headers: IncomingHttpHeaders; address: string };

/** Whose session cookie or key a socket came with, or null. Looking on does not keep a session alive. */
export async function identifySocket(
  services: Pick<Services, 'pool' | 'config'>,
  auth: Auth,
  { headers, address }: Handshake,
): Promise<Watcher | null> {
  const { authorization, cookie, 'user-agent': userAgent } = headers;
  const origin = { ip: address, userAgent: userAgent ?? null, correlationId: randomUUID() };
  if (bringsKey(authorization)) {
    const found = await readKey(services, auth, authorization, origin).catch(unlessRefused);
    return found && { actor: found.actor, sessionId: found.sessionId };
  }
  if (!cookie) return null;
  const session = await readSession({ auth, config: services.config }, new Headers({ cookie }), origin, {
    slide: false,
  });
  return session && !session.mustEnrol ? { actor: session.actor, sessionId: session.sessionId } : null;
}

function unlessRefused(error: unknown): null {
  if (error instanceof Problem) return null;
  throw error;
}
