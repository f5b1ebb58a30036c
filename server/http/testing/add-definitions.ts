import type pg from 'pg';
import { assess } from '#db/assess.ts';
import { insertDefinitions } from '#db/queries/insert-definitions.ts';
import { toRowImage } from '#db/row-image.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { type DefinitionContent, EMPTY_CONTENT } from '#domain/definition.ts';
import { DEFAULT_RULE_SETTINGS } from '#domain/validation/settings.ts';

/** Adds definitions that have what a test gives them, and the rest at rest. Answers their ids, in order. */
export async function addDefinitions(
  pool: pg.Pool,
  organisationId: string,
  given: readonly Partial<DefinitionContent>[],
): Promise<string[]> {
  const rows = given.map((content, index) => {
    const whole: DefinitionContent = {
      ...structuredClone(EMPTY_CONTENT),
      term: `begrip ${index}`,
      definition: 'gedraging die bij wet met straf is bedreigd',
      category: 'type',
      ...content,
    };
    return { id: uuidV7(), image: toRowImage(whole, assess(whole, DEFAULT_RULE_SETTINGS)) };
  });
  await insertDefinitions(pool, { organisationId, userId: null, reason: 'test', rows });
  return rows.map((row) => row.id);
}
