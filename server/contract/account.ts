import { z } from 'zod';
import { ACTIONS, ROLES, SIGN_IN_METHODS } from '#domain/access.ts';

const password = z.string().min(1).max(128);
/** The fewest characters a password one chooses may have; its length is what makes it hard to guess. */
export const LEAST_PASSWORD = 12;
const code = z.string().trim().min(1).max(40);

/** A browser, or whatever else, that is signed in. */
export const sessionSchema = z.object({
  id: z.string(),
  /** The one this very request came with. */
  current: z.boolean(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  signedInBy: z.enum(SIGN_IN_METHODS),
  since: z.string(),
  /** To the minute. */
  lastSeen: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;
export const sessionListSchema = z.object({ items: z.array(sessionSchema) });
export const endedSchema = z.object({ ended: z.int() });

/** What a key is recognised by, never the key. */
export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters. */
  start: z.string(),
  /** What it may do at most; what its owner may not do it may not either. */
  scopes: z.array(z.enum(ACTIONS)),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsed: z.string().nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;
export const apiKeyListSchema = z.object({
  items: z.array(apiKeySchema),
  limit: z.int(),
  /** The longest a key may be good for. */
  mostDays: z.int(),
});
export type ApiKeyList = z.infer<typeof apiKeyListSchema>;

export const newApiKeySchema = z
  .object({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(z.enum(ACTIONS)).min(1),
    /** Days from now until it ends. */
    days: z.int().min(1).max(3650),
  })
  .strict();
export type NewApiKey = z.infer<typeof newApiKeySchema>;
/** The one time the key itself is said. */
export const madeApiKeySchema = apiKeySchema.extend({ key: z.string() });
export type MadeApiKey = z.infer<typeof madeApiKeySchema>;

export const secondFactorSchema = z.object({
  enabled: z.boolean(),
  /** The role must have one when signing in by password. */
  required: z.boolean(),
  /** False for who has no password here. */
  available: z.boolean(),
});
export type SecondFactor = z.infer<typeof secondFactorSchema>;
export const passwordSchema = z.object({ password }).strict();
export const passwordChangeSchema = z
  .object({ password, newPassword: z.string().min(LEAST_PASSWORD).max(128) })
  .strict();
export type PasswordChange = z.infer<typeof passwordChangeSchema>;
export const codeSchema = z.object({ code }).strict();
/** Said once: the secret for an app, and codes for when the app is lost. */
export const startedSecondFactorSchema = z.object({
  uri: z.string(),
  secret: z.string(),
  backupCodes: z.array(z.string()),
});
export type StartedSecondFactor = z.infer<typeof startedSecondFactorSchema>;
export const backupCodesSchema = z.object({ backupCodes: z.array(z.string()) });

/** `q`: part of a name or an e-mail address. */
export const waysInQuerySchema = z.object({ q: z.string().trim().max(200).optional() });

/** The first people of an organisation, by name, with their ways in, for who looks after them; `total` counts all that match. */
export const waysInSchema = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.enum(ROLES),
      secondFactor: z.boolean(),
      sessions: z.array(sessionSchema),
      keys: z.array(apiKeySchema),
    }),
  ),
  total: z.int(),
});
export type WaysIn = z.infer<typeof waysInSchema>;
