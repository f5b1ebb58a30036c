import type { ColumnMapping, ColumnMappingList } from '#contract/reading.ts';
import { type ColumnMappingRow, listColumnMappings } from '#db/queries/column-mappings.ts';
import type { Actor } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** What this person's organisation made of the columns of tables. */
export async function listMappings(services: Services, actor: Actor): Promise<ColumnMappingList> {
  await requireAction(services, actor, 'batch:read');
  return { items: (await listColumnMappings(services.pool, actor.organisationId)).map(presentMapping) };
}

export function presentMapping({ id, headers, mapping, savedAt, savedBy }: ColumnMappingRow): ColumnMapping {
  return {
    id,
    headers,
    mapping: { columns: [...mapping.columns], values: [...mapping.values] },
    savedAt: savedAt.toISOString(),
    savedBy,
  };
}
