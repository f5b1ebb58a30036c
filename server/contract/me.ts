import { z } from 'zod';
import { ACTIONS, ROLES } from '#domain/access.ts';
import { CLASSIFICATIONS } from '#domain/definition.ts';

export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  organisation: z.object({ id: z.string(), name: z.string() }),
  /** The highest classification they may see. */
  clearance: z.enum(CLASSIFICATIONS),
  /** What the role permits; the server checks again at every call. */
  actions: z.array(z.enum(ACTIONS)),
  /** True in the demo: sample data, demo users. */
  demo: z.boolean(),
  /** This role needs a second factor and there is none yet: nothing is open but making one. */
  mustEnrol: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;

/** Without signing in: what the sign-in page needs. Demo users come with their passwords, and only in the demo. */
export const signInOptionsSchema = z.object({
  demo: z.boolean(),
  /** The name of the provider people may sign in with instead; null: there is none. */
  oidc: z.object({ name: z.string() }).nullable(),
  demoUsers: z.array(
    z.object({
      role: z.enum(ROLES),
      name: z.string(),
      email: z.string(),
      organisation: z.string().optional(),
      password: z.string(),
    }),
  ),
});
export type SignInOptions = z.infer<typeof signInOptionsSchema>;
