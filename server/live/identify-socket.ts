import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Auth } from '#server/auth/auth.ts';
import { readSession } from '#server/auth/read-session.ts';
import type { Watcher } from './live-server.ts';

type Handshake = { headers: IncomingHttpHeaders; address: string };

/** Whose session cookie a socket came with, or null. Looking on does not keep a session alive. */
export async function identifySocket(auth: Auth, { headers, address }: Handshake): Promise<Watcher | null> {
  const { cookie, 'user-agent': userAgent } = headers;
  if (!cookie) return null;
  const own = new Headers({ cookie });
  const origin = { ip: address, userAgent: userAgent ?? null, correlationId: randomUUID() };
  const session = await readSession(auth, own, origin, { slide: false });
  return session && { actor: session.actor, sessionId: session.sessionId, headers: own };
}
