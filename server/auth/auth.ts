import { apiKey } from '@better-auth/api-key';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { LEAST_PASSWORD } from '#contract/account.ts';
import { orm } from '#db/orm.ts';
import { accounts, apiKeys, sessions, twoFactors, users, verifications } from '#db/schema/people.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Services } from '#server/services.ts';

/** A session slides on at most once in so many seconds, so that reading a page is not also a write. */
const SLIDE_AFTER_SECONDS = 60;

/** How every key begins, so that it is recognised as one: by people, in logs, and by programs that look for lost secrets. */
export const KEY_PREFIX = 'lxp_';
const KEY_LETTERS = 48;
const MINUTE_MS = 60_000;

/**
 * better-auth over our own tables. It is only ever called as a library (`auth.api`), by the files of this folder:
 * none of its routes is mounted, so none of them needs to be closed.
 */
export function createAuth(services: Pick<Services, 'pool' | 'config'>) {
  return betterAuth({ ...authOptions(services), plugins: [secondFactor(), keys(services)] });
}

/** What every instance has in common; one that knows a provider of others is in oidc-auth.ts. */
export function authOptions({ pool, config }: Pick<Services, 'pool' | 'config'>) {
  return {
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
        twoFactor: twoFactors,
        apikey: apiKeys,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: LEAST_PASSWORD,
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
      additionalFields: { signedInBy: { type: 'string', required: false, input: false } },
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
  } satisfies BetterAuthOptions;
}

/** Codes by an app. Locks are ours: they are the ones of passwords (sign-in-lock.ts). */
function secondFactor() {
  return twoFactor({ issuer: 'Lexport', accountLockout: { enabled: false }, twoFactorCookieMaxAge: 600 });
}

/** Keys that end, counted in the database, so that all web processes together keep to one limit. */
function keys({ config }: Pick<Services, 'config'>) {
  return apiKey({
    defaultPrefix: KEY_PREFIX,
    defaultKeyLength: KEY_LETTERS,
    requireName: true,
    maximumNameLength: 100,
    keyExpiration: { minExpiresIn: 1, maxExpiresIn: config.limits.maxApiKeyDays },
    startingCharactersConfig: { charactersLength: KEY_PREFIX.length + 4 },
    rateLimit: { enabled: true, timeWindow: MINUTE_MS, maxRequests: config.limits.requestsPerMinute },
  });
}

export type Auth = ReturnType<typeof createAuth>;
