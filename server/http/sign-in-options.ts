import { readFile } from 'node:fs/promises';
import { type SignInOptions, signInOptionsSchema } from '#contract/me.ts';
import { type Config, demoUsersFile } from '#server/config.ts';
import type { Services } from '#server/services.ts';
import type { Api } from './endpoint.ts';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** What the sign-in page shows before anybody is signed in: in the demo, the demo users. */
export function addSignInOptions(api: Api, { config }: Services): void {
  api.openapi(
    {
      method: 'get',
      path: '/api/v1/sign-in-options',
      tags: ['Session'],
      summary: 'How one can sign in here',
      responses: { 200: { description: 'Done', content: { 'application/json': { schema: signInOptionsSchema } } } },
    },
    async (c) => c.json(await readOptions(config, c.req.header('Host') ?? ''), 200),
  );
}

async function readOptions(config: Config, host: string): Promise<SignInOptions> {
  const oidc = config.oidc && { name: config.oidc.name };
  // A name of somebody else's that leads to this machine is not this machine: its pages may not read the passwords.
  const trusted = LOOPBACK.test(host) || host === URL.parse(config.publicUrl)?.host;
  if (!config.demo || !trusted) return { demo: config.demo, oidc, demoUsers: [] };
  const text = await readFile(demoUsersFile(config), 'utf8').catch(() => '[]');
  return signInOptionsSchema.parse({ demo: true, oidc, demoUsers: JSON.parse(text) });
}
