import type { ColumnMapping } from '#contract/reading.ts';
import { inTransaction } from '#db/client.ts';
import { findColumnMappings, renameColumnMapping } from '#db/queries/column-mappings.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { presentMapping } from './list-mappings.ts';

/** Gives a saved mapping a name, or takes it away. @throws Problem `not_found`, also for another organisation's, or `not_allowed` */
export async function renameMapping(
  services: Services,
  actor: Actor,
  id: string,
  name: string | null,
): Promise<ColumnMapping> {
  const { organisationId } = actor;
  await requireAction(services, actor, 'batch:start', { type: 'column_mapping', id });
  return inTransaction(services.pool, async (sql) => {
    const renamed = await renameColumnMapping(sql, organisationId, id, name);
    const [row] = await findColumnMappings(sql, organisationId, { ids: [id] });
    if (!renamed || !row) throw new Problem('not_found');
    if (renamed.before !== name) {
      await insertAuditEntries(sql, actor, [
        {
          action: 'column_mapping.renamed',
          subjectType: 'column_mapping',
          subjectId: id,
          details: { from: renamed.before, to: name },
        },
      ]);
    }
    return presentMapping(row);
  });
}
