import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Services } from '#server/services.ts';
import { admitFromProvider } from './admit-from-provider.ts';
import { authOptions } from './auth.ts';

/** The one provider there can be, as our accounts name it and its way back is called. */
export const PROVIDER = 'oidc';

/**
 * An instance of its own for who signs in elsewhere, or null when nothing is configured: one that asks the provider about itself
 * must not hold up those who sign in here when the provider does not answer. PKCE, state and nonce are better-auth's.
 */
export function createOidcAuth(services: Pick<Services, 'pool' | 'config'>) {
  const { oidc } = services.config;
  if (!oidc) return null;
  return betterAuth({
    ...authOptions(services),
    // Tokens of the provider are of no use to us once somebody is in, and the less is kept the better.
    account: { updateAccountOnSignIn: false, accountLinking: { enabled: false } },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: PROVIDER,
            discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
            clientId: oidc.clientId,
            clientSecret: oidc.clientSecret,
            scopes: [...oidc.scopes],
            pkce: true,
            requireIdTokenVerification: true,
            disableSignUp: true,
            mapProfileToUser: async (profile) => {
              await admitFromProvider(services, oidc, profile);
              return {};
            },
          },
        ],
      }),
    ],
  });
}

export type OidcAuth = NonNullable<ReturnType<typeof createOidcAuth>>;
