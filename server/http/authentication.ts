import { z } from 'zod';
import type { Auth } from '#server/auth/auth.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { signInWithCode } from '#server/auth/sign-in-with-code.ts';
import { signOut } from '#server/auth/sign-out.ts';
import type { Services } from '#server/services.ts';
import { setCookies } from './door.ts';
import type { Api } from './endpoint.ts';

const credentials = z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(128) });
const secondStep = z
  .object({ code: z.string().min(1).max(40) })
  .strict()
  .or(z.object({ backupCode: z.string().min(1).max(40) }).strict());
const person = z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.string() });
/** Either who is in now, or that the code of the second factor is still to come. */
const signInAnswer = z.object({ user: person.optional(), codeNeeded: z.literal(true).optional() });
const sessionAnswer = z
  .object({ user: person.pick({ id: true, name: true, role: true }), expiresAt: z.string() })
  .nullable();

/** Signing in and out, and whether one is: the only routes there are under /api/auth. */
export function addAuthentication(api: Api, services: Services, auth: Auth): void {
  const tags = ['Session'];
  api.openapi(
    {
      method: 'post',
      path: '/api/auth/sign-in/email',
      tags,
      summary: 'Sign in; the answer sets the session cookie',
      request: { body: { required: true, content: { 'application/json': { schema: credentials } } } },
      responses: {
        200: { description: 'Done', content: { 'application/json': { schema: signInAnswer } } },
      },
    },
    async (c) => {
      const { person: who, cookies } = await signIn(services, auth, c.get('origin'), c.req.valid('json'));
      setCookies(c, cookies);
      if (who === null) return c.json({ codeNeeded: true as const }, 200);
      return c.json({ user: { id: who.id, name: who.name, email: who.email, role: who.role } }, 200);
    },
  );
  api.openapi(
    {
      method: 'post',
      path: '/api/auth/sign-in/code',
      tags,
      summary: 'The second step of signing in: the code of an app, or one of those that were kept',
      request: { body: { required: true, content: { 'application/json': { schema: secondStep } } } },
      responses: {
        200: { description: 'Done', content: { 'application/json': { schema: signInAnswer } } },
      },
    },
    async (c) => {
      const from = { origin: c.get('origin'), cookie: c.req.header('Cookie') ?? '' };
      const { person: who, cookies } = await signInWithCode(services, auth, from, c.req.valid('json'));
      setCookies(c, cookies);
      return c.json({ user: { id: who.id, name: who.name, email: who.email, role: who.role } }, 200);
    },
  );
  api.openapi(
    {
      method: 'post',
      path: '/api/auth/sign-out',
      tags,
      summary: 'End this session',
      responses: { 200: { description: 'Done' } },
    },
    async (c) => {
      const session = c.get('session');
      setCookies(c, await signOut(services, auth, c.req.raw.headers, session));
      return c.json({ success: true }, 200);
    },
  );
  api.openapi(
    {
      method: 'get',
      path: '/api/auth/get-session',
      tags,
      summary: 'Whether somebody is signed in; null when not',
      responses: { 200: { description: 'Done', content: { 'application/json': { schema: sessionAnswer } } } },
    },
    (c) => {
      const session = c.get('session');
      if (!session) return c.json(null, 200);
      const { id, name, role } = session.actor;
      return c.json({ user: { id, name, role }, expiresAt: session.expiresAt.toISOString() }, 200);
    },
  );
}
