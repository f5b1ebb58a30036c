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

export function presentMapping(row: ColumnMappingRow): ColumnMapping {
  const { headersKey: _, mapping, savedAt, lastUsedAt, ...rest } = row;
  return {
    ...rest,
    mapping: { columns: [...mapping.columns], values: [...mapping.values] },
    savedAt: savedAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
