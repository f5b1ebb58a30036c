import { createHash, timingSafeEqual } from 'node:crypto';

const LOOPBACK = /^(?:127(?:\.\d+){3}|::1|::ffff:127(?:\.\d+){3})$/;
/** What a proxy adds: through one on this machine the whole world comes from loopback. */
const FORWARDED = ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via'];

export type Asker = { peer: string | undefined; header: (name: string) => string | undefined };

/**
 * Whether somebody may read the metrics. With a token: whoever has it, from anywhere, and nobody else. Without one: only this
 * machine itself, not through a proxy; for everybody else there is nothing there.
 */
export function metricsAccess(token: string | undefined, { peer, header }: Asker): 'granted' | 'refused' | 'hidden' {
  if (token !== undefined) {
    const given = /^Bearer (.+)$/i.exec(header('Authorization') ?? '')?.[1];
    return given !== undefined && isSame(given, token) ? 'granted' : 'refused';
  }
  const local = LOOPBACK.test(peer ?? '') && !FORWARDED.some((name) => header(name) !== undefined);
  return local ? 'granted' : 'hidden';
}

/** Takes as long for a token that is nearly right as for one that is not. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
