import type { ApiKey, Session } from '#contract/account.ts';
import type { ApiKeyRow } from '#db/queries/api-keys.ts';
import type { SessionRow } from '#db/queries/sessions.ts';
import { scopesOf } from '#server/auth/read-key.ts';

export function presentSession({ since, lastSeen, ...row }: SessionRow, currentId: string): Session {
  return { ...row, current: row.id === currentId, since: since.toISOString(), lastSeen: lastSeen.toISOString() };
}

export function presentKey({ id, name, start, permissions, createdAt, expiresAt, lastUsed }: ApiKeyRow): ApiKey {
  return {
    id,
    name,
    start,
    scopes: scopesOf(JSON.parse(permissions)),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsed: lastUsed?.toISOString() ?? null,
  };
}
