import { inTransaction } from '#db/client.ts';
import { deleteColumnMapping } from '#db/queries/column-mappings.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** Forgets what the columns of a table are for. @throws Problem `not_found`, also for another organisation's, or `not_allowed` */
export async function forgetMapping(services: Services, actor: Actor, id: string): Promise<{ id: string }> {
  await requireAction(services, actor, 'batch:start', { type: 'column_mapping', id });
  return inTransaction(services.pool, async (sql) => {
    const forgotten = await deleteColumnMapping(sql, actor.organisationId, id);
    if (!forgotten) throw new Problem('not_found');
    await insertAuditEntries(sql, actor, [
      { action: 'column_mapping.forgotten', subjectType: 'column_mapping', subjectId: id, details: forgotten },
    ]);
    return { id };
  });
}
