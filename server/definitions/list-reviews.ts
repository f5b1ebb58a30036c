import type { Reviews } from '#contract/reviews.ts';
import { listReviews as findReviews } from '#db/queries/reviews.ts';
import { type Actor, isOfOwn } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { readDefinition } from './read-definition.ts';

/** What people answered to the questions no rule can decide, about every version. @throws Problem `not_found` */
export async function listReviews(services: Services, actor: Actor, id: string): Promise<Reviews> {
  const { version, organisation } = await readDefinition(services, actor, id);
  if (!isOfOwn(actor, organisation.id)) return { version, items: [] };
  const rows = await findReviews(services.pool, id);
  return { version, items: rows.map((row) => ({ ...row, answeredAt: row.answeredAt.toISOString() })) };
}
