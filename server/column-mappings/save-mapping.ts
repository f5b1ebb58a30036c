import type { ColumnMapping, ColumnMappingChange } from '#contract/reading.ts';
import { inTransaction } from '#db/client.ts';
import { findColumnMappings, saveColumnMapping } from '#db/queries/column-mappings.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { headersKey } from './headers-key.ts';
import { presentMapping } from './list-mappings.ts';

/** Remembers for this person's organisation what the columns of a table are for. @throws Problem `not_allowed` */
export async function saveMapping(
  services: Services,
  actor: Actor,
  { headers, mapping }: ColumnMappingChange,
): Promise<ColumnMapping> {
  const { organisationId } = actor;
  await requireAction(services, actor, 'batch:start', { type: 'column_mapping', id: organisationId });
  const key = headersKey(headers);
  return inTransaction(services.pool, async (sql) => {
    const id = await saveColumnMapping(sql, { organisationId, userId: actor.id, headersKey: key, headers, mapping });
    await insertAuditEntries(sql, actor, [
      {
        action: 'column_mapping.saved',
        subjectType: 'column_mapping',
        subjectId: id,
        details: { headers, columns: mapping.columns, values: mapping.values },
      },
    ]);
    const [saved] = await findColumnMappings(sql, organisationId, { ids: [id] });
    if (!saved) throw new Problem('not_found');
    return presentMapping(saved);
  });
}
