import type { ApiKey, ApiKeyList, MadeApiKey, NewApiKey } from '#contract/account.ts';
import { deleteApiKey, listApiKeys } from '#db/queries/api-keys.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { publishEnded } from '#db/queries/sessions.ts';
import { type Action, type Actor, mayDo } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Auth } from '#server/auth/auth.ts';
import { oneAtATime } from '#server/auth/one-at-a-time.ts';
import type { Services } from '#server/services.ts';
import { presentKey } from './present.ts';

const DAY_SECONDS = 86_400;

/** One's own keys that are still good. */
export async function listOwnKeys({ pool, config }: Services, actor: Actor): Promise<ApiKeyList> {
  const items: ApiKey[] = (await listApiKeys(pool, actor.id)).map(presentKey);
  return { items, limit: config.limits.maxApiKeys, mostDays: config.limits.maxApiKeyDays };
}

/**
 * Makes a key for a program; the key is answered here and never again, only its hash is kept.
 * @throws Problem `scope_not_yours`, `too_many_keys`, `invalid_request`
 */
export async function createKey(
  services: Services,
  auth: Auth,
  actor: Actor,
  { name, scopes, days }: NewApiKey,
): Promise<MadeApiKey> {
  const { maxApiKeys, maxApiKeyDays } = services.config.limits;
  const beyond = scopes.find((scope) => !mayDo(actor, scope));
  if (beyond) throw new Problem('scope_not_yours', { scope: beyond });
  if (days > maxApiKeyDays) {
    throw new Problem('invalid_request', {}, [{ path: 'days', code: 'too_big', message: `≤ ${maxApiKeyDays}` }]);
  }
  return oneAtATime(`keys:${actor.id}`, async () => {
    const there = await listApiKeys(services.pool, actor.id);
    if (there.length >= maxApiKeys) throw new Problem('too_many_keys', { limit: maxApiKeys });
    const made = await auth.api.createApiKey({
      body: { userId: actor.id, name, expiresIn: days * DAY_SECONDS, permissions: byResource(scopes) },
    });
    const row = (await listApiKeys(services.pool, actor.id)).find(({ id }) => id === made.id);
    if (!row) throw new Error('A key was made and is not there');
    const { start, expiresAt, scopes: granted } = presentKey(row);
    await insertAuditEntries(services.pool, actor, [
      {
        action: 'api_key.create',
        subjectType: 'api_key',
        subjectId: made.id,
        details: { name, start, scopes: granted, expiresAt },
      },
    ]);
    return { ...presentKey(row), key: made.key };
  });
}

/** Revokes one of one's own keys, at once and for good. @throws Problem `not_found` */
export async function revokeOwnKey({ pool }: Pick<Services, 'pool'>, actor: Actor, id: string): Promise<void> {
  const gone = await deleteApiKey(pool, { userId: actor.id }, id);
  if (!gone) throw new Problem('not_found');
  await tellRevoked(pool, actor, id, gone);
}

/** What follows on a key that is no more: the trail tells of it, and its sockets are closed. */
export async function tellRevoked(
  pool: Services['pool'],
  actor: Actor,
  id: string,
  { userId, name, start }: { userId: string; name: string; start: string },
): Promise<void> {
  await insertAuditEntries(pool, actor, [
    { action: 'api_key.revoke', subjectType: 'api_key', subjectId: id, details: { name, start, owner: userId } },
  ]);
  await publishEnded(pool, [id]);
}

function byResource(scopes: readonly Action[]): Record<string, string[]> {
  const grouped: Record<string, string[]> = {};
  for (const scope of scopes) {
    const [resource = '', verb = ''] = scope.split(':');
    grouped[resource] = [...(grouped[resource] ?? []), verb];
  }
  return grouped;
}
