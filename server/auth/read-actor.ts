import type { Actor } from '#domain/access.ts';
import type { Auth } from './auth.ts';
import { readSession } from './read-session.ts';

/** The signed-in person behind a request's headers, or null. Does not slide the session on. */
export async function readActor(auth: Auth, headers: Headers, origin: Actor['origin']): Promise<Actor | null> {
  const session = await readSession(auth, headers, origin, { slide: false });
  return session?.actor ?? null;
}
