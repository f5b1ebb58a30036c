import type { ImportOptions } from '#contract/batches.ts';
import type { Sql } from '#db/client.ts';
import { type ColumnMappingRow, findColumnMappings, touchColumnMappings } from '#db/queries/column-mappings.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';

type Asked = Pick<ImportOptions, 'mappingIds'>;

/** The saved mappings that an import asks for. @throws Problem `mapping_not_there`, also for another organisation's */
export async function requireMappings(sql: Sql, actor: Actor, { mappingIds = [] }: Asked): Promise<ColumnMappingRow[]> {
  const ids = [...new Set(mappingIds)];
  const saved = ids.length === 0 ? [] : await findColumnMappings(sql, actor.organisationId, { ids });
  if (saved.length < ids.length) throw new Problem('mapping_not_there');
  return saved;
}

/**
 * The options of an import with the saved mappings it asks for in them as they are now, so that what is saved later, or forgotten,
 * changes nothing about it. What the request itself says of the same columns goes first. @throws Problem `mapping_not_there`
 */
export async function settleMappings(sql: Sql, actor: Actor, options: ImportOptions): Promise<ImportOptions> {
  const saved = await requireMappings(sql, actor, options);
  if (saved.length === 0) return options;
  await touchColumnMappings(
    sql,
    saved.map(({ id }) => id),
    actor.id,
  );
  const ofSaved = saved.map(({ headers, mapping }) => ({ headers, mapping }));
  return { ...options, mappings: [...ofSaved, ...(options.mappings ?? [])] };
}
