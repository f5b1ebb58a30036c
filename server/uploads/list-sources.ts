import type { z } from 'zod';
import type { SourcePage, sourceQuerySchema } from '#contract/history.ts';
import { listSources as findSources } from '#db/queries/list-sources.ts';
import type { Actor } from '#domain/access.ts';
import { sightOf } from '#domain/clearance.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { cursorsOf, pageAt } from '#server/page-at.ts';
import type { Services } from '#server/services.ts';

const SORT = 'sources';

/** The files that came in, newest first: which bytes, from whom, and what became of them. */
export async function listSources(
  services: Services,
  actor: Actor,
  { cursor, limit, ...filter }: z.output<typeof sourceQuerySchema>,
): Promise<SourcePage> {
  await requireAction(services, actor, 'batch:read');
  const at = pageAt(cursor, SORT, 2);
  const page = await findSources(services.pool, { filter, sight: sightOf(actor), at, limit });
  const items = page.rows.map(({ key: _, createdAt, imports, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    imports: imports.map((one) => ({
      ...one,
      createdAt: iso(one.createdAt),
      finishedAt: one.finishedAt && iso(one.finishedAt),
    })),
  }));
  return { items, ...cursorsOf(page, SORT), total: page.total };
}

/** JSON of the database writes moments in its own way. */
function iso(moment: string): string {
  return new Date(moment).toISOString();
}
