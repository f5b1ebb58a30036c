import { z } from 'zod';
import { ROLES, type Role } from '#domain/access.ts';
import { ConfigError } from './config-error.ts';

/** `value=meaning, value=meaning` */
const pairs = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
  .refine((parts) => parts.every((part) => /^[^=]+=[^=]+$/.test(part)), {
    error: 'must be pairs such as "a=b, c=d"',
  })
  .transform((parts) => new Map(parts.map((part) => part.split('=').map((side) => side.trim()) as [string, string])));

/** The variables of signing in with an organisation's own provider; names and meanings: the README's "Configuration". */
export const oidcEnvironment = {
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the address of a provider' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What the button says after “Aanmelden met”. */
  OIDC_NAME: z.string().max(60).default('uw organisatie'),
  OIDC_SCOPES: z.string().default('openid email profile'),
  OIDC_ROLE_CLAIM: z.string().default('roles'),
  OIDC_ROLES: pairs.refine((roles) => [...roles.values()].every((role) => ROLES.some((known) => known === role)), {
    error: `must give roles that exist: ${ROLES.join(', ')}`,
  }),
  OIDC_ORGANISATION_CLAIM: z.string().default('organisation'),
  OIDC_ORGANISATIONS: pairs,
};

export type OidcConfig = Readonly<{
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string;
  scopes: readonly string[];
  roleClaim: string;
  /** Role by what the claim holds; empty: the provider says nothing of roles, and only who is known here comes in. */
  roles: ReadonlyMap<string, Role>;
  organisationClaim: string;
  /** The name of the organisation by what the claim holds. */
  organisations: ReadonlyMap<string, string>;
}>;

const whole = z.object(oidcEnvironment);
type Values = z.output<typeof whole>;

/** Null when nothing is configured. @throws ConfigError for half a configuration */
export function oidcOf(values: Values): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (issuer === undefined) return null;
  if (clientId === undefined || clientSecret === undefined) {
    throw new ConfigError('OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is not set. With an OIDC_ISSUER both are required.');
  }
  if (values.OIDC_ROLES.size > 0 && values.OIDC_ORGANISATIONS.size === 0) {
    throw new ConfigError('OIDC_ORGANISATIONS is not set. With OIDC_ROLES it is required: where new people belong.');
  }
  return Object.freeze({
    issuer: issuer.replace(/\/+$/, ''),
    clientId,
    clientSecret,
    name: values.OIDC_NAME,
    scopes: values.OIDC_SCOPES.split(/\s+/).filter(Boolean),
    roleClaim: values.OIDC_ROLE_CLAIM,
    roles: values.OIDC_ROLES as Map<string, Role>,
    organisationClaim: values.OIDC_ORGANISATION_CLAIM,
    organisations: values.OIDC_ORGANISATIONS,
  });
}
