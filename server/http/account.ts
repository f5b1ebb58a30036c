import { z } from 'zod';
import {
  apiKeyListSchema,
  backupCodesSchema,
  codeSchema,
  endedSchema,
  madeApiKeySchema,
  newApiKeySchema,
  passwordChangeSchema,
  passwordSchema,
  secondFactorSchema,
  sessionListSchema,
  startedSecondFactorSchema,
} from '#contract/account.ts';
import { createKey, listOwnKeys, revokeOwnKey } from '#server/account/own-keys.ts';
import { endOwnSessions, listOwnSessions } from '#server/account/own-sessions.ts';
import type { Auth } from '#server/auth/auth.ts';
import type { OwnSession } from '#server/auth/by-password.ts';
import { changePassword } from '#server/auth/change-password.ts';
import {
  confirmSecondFactor,
  disableSecondFactor,
  readOwnSecondFactor,
  renewBackupCodes,
  startSecondFactor,
} from '#server/auth/second-factor.ts';
import type { Services } from '#server/services.ts';
import { type DoorContext, ownSessionOf, setCookies } from './door.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Account';
const byId = z.object({ id: z.uuid() });
/** What is said once is kept by nobody on the way. */
const once = () => ({ 'Cache-Control': 'no-store' });

/** One’s own ways in. A key opens none of this: who has found one must not be able to make more of it. */
export function addAccount(api: Api, services: Services, auth: Auth): void {
  addSessions(api, services);
  addKeys(api, services, auth);
  addPassword(api, services, auth);
  addSecondFactor(api, services, auth);
}

function addSessions(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/account/sessions',
    tag,
    summary: 'Where you are signed in',
    access: 'session',
    answer: sessionListSchema,
    handle: async ({ c }) => ({ items: await listOwnSessions(services, ownSessionOf(c)) }),
  });
  addEndpoint(api, services, {
    method: 'delete',
    path: '/account/sessions',
    tag,
    summary: 'End all your sessions but this one',
    access: 'session',
    answer: endedSchema,
    handle: async ({ c }) => ({ ended: await endOwnSessions(services, ownSessionOf(c), null) }),
  });
  addEndpoint(api, services, {
    method: 'delete',
    path: '/account/sessions/{id}',
    tag,
    summary: 'End one of your sessions',
    access: 'session',
    params: byId,
    answer: endedSchema,
    handle: async ({ c, params }) => ({ ended: await endOwnSessions(services, ownSessionOf(c), params.id) }),
  });
}

function addKeys(api: Api, services: Services, auth: Auth): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/account/keys',
    tag,
    summary: 'Your API keys',
    access: 'session',
    answer: apiKeyListSchema,
    handle: ({ actor }) => listOwnKeys(services, actor),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/account/keys',
    tag,
    summary: 'Make an API key; it is said here and never again',
    access: 'session',
    body: newApiKeySchema,
    answer: madeApiKeySchema,
    status: 201,
    headers: once,
    handle: ({ actor, body }) => createKey(services, auth, actor, body),
  });
  addEndpoint(api, services, {
    method: 'delete',
    path: '/account/keys/{id}',
    tag,
    summary: 'Revoke one of your API keys',
    access: 'session',
    params: byId,
    answer: byId,
    handle: async ({ actor, params }) => {
      await revokeOwnKey(services, actor, params.id);
      return params;
    },
  });
}

function addPassword(api: Api, services: Services, auth: Auth): void {
  addEndpoint(api, services, {
    method: 'put',
    path: '/account/password',
    tag,
    summary: 'Change your password; all your other sessions end, this one goes on under a new cookie',
    access: 'session',
    body: passwordChangeSchema,
    answer: endedSchema,
    handle: async ({ c, body }) => {
      const own = { session: ownSessionOf(c), headers: c.req.raw.headers };
      const { ended, cookies } = await changePassword(services, auth, own, body);
      setCookies(c, cookies);
      return { ended };
    },
  });
}

function addSecondFactor(api: Api, services: Services, auth: Auth): void {
  const path = '/account/second-factor';
  const own = (c: DoorContext): OwnSession => ({ session: ownSessionOf(c), headers: c.req.raw.headers });
  addEndpoint(api, services, {
    method: 'get',
    path,
    tag,
    summary: 'Whether you have a second factor',
    access: 'enrolling',
    answer: secondFactorSchema,
    handle: ({ c }) => readOwnSecondFactor(services, ownSessionOf(c)),
  });
  addEndpoint(api, services, {
    method: 'post',
    path,
    tag,
    summary: 'Begin a second factor: the secret for an app, and codes to keep',
    access: 'enrolling',
    body: passwordSchema,
    answer: startedSecondFactorSchema,
    status: 201,
    headers: once,
    handle: ({ c, body }) => startSecondFactor(services, auth, own(c), body.password),
  });
  addEndpoint(api, services, {
    method: 'put',
    path,
    tag,
    summary: 'The first code: from now on one is asked for',
    access: 'enrolling',
    body: codeSchema,
    answer: secondFactorSchema,
    handle: async ({ c, body }) => {
      setCookies(c, await confirmSecondFactor(services, auth, own(c), body.code));
      return readOwnSecondFactor(services, ownSessionOf(c));
    },
  });
  addEndpoint(api, services, {
    method: 'delete',
    path,
    tag,
    summary: 'Turn the second factor off',
    access: 'session',
    body: passwordSchema,
    answer: secondFactorSchema,
    handle: async ({ c, body }) => {
      setCookies(c, await disableSecondFactor(services, auth, own(c), body.password));
      return readOwnSecondFactor(services, ownSessionOf(c));
    },
  });
  addEndpoint(api, services, {
    method: 'post',
    path: `${path}/backup-codes`,
    tag,
    summary: 'New codes to keep; those of before are worth nothing any more',
    access: 'session',
    body: passwordSchema,
    answer: backupCodesSchema,
    status: 201,
    headers: once,
    handle: async ({ c, body }) => ({ backupCodes: await renewBackupCodes(services, auth, own(c), body.password) }),
  });
}
