import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { orm } from '#db/orm.ts';
import { accounts, sessions, users, verifications } from '#db/schema/people.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Services } from '#server/services.ts';

/** A session slides on at most once in so many seconds, so that reading a page is not also a write. */
const SLIDE_AFTER_SECONDS = 60;

/**
 * better-auth over our own tables. It is only ever called as a library (`auth.api`), by sign-in.ts, sign-out.ts and
 * read-session.ts: none of its routes is mounted, so none of them needs to be closed.
 */
export function createAuth({ pool, config }: Pick<Services, 'pool' | 'config'>) {
  return betterAuth({
    appName: 'Lexport',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.authSecret,
    database: drizzleAdapter(orm(pool), {
      provider: 'pg',
      schema: {
        user: users,
        session: sessions,
        account: accounts,
        verification: verifications,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: 12,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        organisationId: { type: 'string', required: true, input: false },
        clearance: { type: 'string', required: true, input: false },
      },
    },
    session: {
      expiresIn: config.limits.sessionIdleMinutes * 60,
      updateAge: SLIDE_AFTER_SECONDS,
    },
    advanced: {
      cookiePrefix: 'lexport',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => uuidV7() },
      // The audit trail keeps the address of the connection; better-auth would believe a header anybody can send.
      ipAddress: { disableIpTracking: true },
    },
    // Our own limits are per person and per address (rate-limit.ts, sign-in.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

export type Auth = ReturnType<typeof createAuth>;
