import type { Origin } from '#contract/history.ts';
import { listOrigins as findOrigins } from '#db/queries/list-origins.ts';
import { type Actor, isOfOwn } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { readDefinition } from './read-definition.ts';

/** Where a definition came from: every batch that changed it or decided about it, newest first. @throws Problem `not_found` */
export async function listOrigins(services: Services, actor: Actor, id: string): Promise<{ items: Origin[] }> {
  await requireAction(services, actor, 'batch:read');
  const { organisation } = await readDefinition(services, actor, id);
  if (!isOfOwn(actor, organisation.id)) return { items: [] };
  const rows = await findOrigins(services.pool, id, actor.clearance);
  return { items: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
}
