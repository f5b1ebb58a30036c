import type pg from 'pg';
import { assess } from '#db/assess.ts';
import { insertDefinitions } from '#db/queries/insert-definitions.ts';
import { toRowImage } from '#db/row-image.ts';
import { generateDefinition } from '#db/seed/generate-definition.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { DEFAULT_RULE_SETTINGS } from '#domain/validation/settings.ts';

const AT_ONCE = 1_000;

type Stored = { count: number; signal: AbortSignal; more?: Partial<DefinitionContent> };

/** Puts `count` generated definitions there without a job, all with `more` in them. */
export async function storeDefinitions(
  pool: pg.Pool,
  { organisationId, id: userId }: Actor,
  { count, signal, more = {} }: Stored,
): Promise<void> {
  for (let first = 0; first < count; first += AT_ONCE) {
    signal.throwIfAborted();
    const rows = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => {
      const content = { ...generateDefinition(first + index), ...more };
      return { id: uuidV7(), image: toRowImage(content, assess(content, DEFAULT_RULE_SETTINGS)) };
    });
    await insertDefinitions(pool, { organisationId, userId, reason: 'bench', rows });
  }
}
