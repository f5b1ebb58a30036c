import { assess } from '#db/assess.ts';
import { findUpload } from '#db/queries/find-upload.ts';
import type { StagedAssessment } from '#db/queries/reassess-items.ts';
import { contentColumns, textColumnsOf } from '#db/row-image.ts';
import type { Actor } from '#domain/access.ts';
import { DEFAULT_RULE_SETTINGS } from '#domain/validation/settings.ts';
import { type Candidate, toCandidate } from '#server/operations/import/candidate.ts';
import { ImportSurroundings, type PlanTexts } from '#server/operations/import/import-surroundings.ts';
import { readUpload } from '#server/operations/import/read-upload.ts';
import { ReferenceIndex } from '#server/operations/import/references.ts';
import type { Services } from '#server/services.ts';

/** An upload whose records are looked at and nothing else; `items`: how many it has. */
type Alone = { services: Services; actor: Actor; uploadId: string; items: number; signal: AbortSignal };

/** As many as an import looks up at once. */
const RUN = 500;

/** Milliseconds that it takes to read an upload and to check each of its records by itself. */
export async function checkAlone(alone: Alone): Promise<number> {
  const before = performance.now();
  for await (const { content } of candidatesOf(alone)) if (content) assess(content, DEFAULT_RULE_SETTINGS);
  return performance.now() - before;
}

/**
 * Milliseconds that it takes to read an upload and to validate its records by all rules: those about other definitions look at the
 * upload and the organisation together, by the steps of an import. Nothing is compared, decided or stored; which record is about
 * which definition is known before.
 */
export async function validateAlone(alone: Alone): Promise<number> {
  const { services, actor, items } = alone;
  const ids = await idsByIdentity(alone);
  const before = performance.now();
  const kept = new Map<number, StagedAssessment & { id: string | null }>();
  await using surroundings = new ImportSurroundings({ pool: services.pool, job: actor }, keptTexts(kept));
  const references = new ReferenceIndex();
  let gathering = Promise.resolve();
  let run: Parameters<ImportSurroundings['gather']>[0][number][] = [];
  const gather = async () => {
    await gathering;
    gathering = surroundings.gather(run, items);
    run = [];
  };
  for await (const { position, content, identityKey } of candidatesOf(alone)) {
    if (!content) continue;
    const id = ids.get(identityKey ?? '') ?? null;
    const { findings } = assess(content, DEFAULT_RULE_SETTINGS);
    kept.set(position, { position, id, content, findings });
    references.add(position, id, content.term, content.relations, content.classification);
    const image = { ...contentColumns(content), ...textColumnsOf(content) };
    run.push({ position, decision: id ? 'update' : 'new', definitionId: id, image });
    if (run.length === RUN) await gather();
  }
  await gather();
  await gathering;
  await surroundings.settle(await references.cycles(services.pool, actor, items));
  return performance.now() - before;
}

function keptTexts(kept: ReadonlyMap<number, StagedAssessment & { id: string | null }>): PlanTexts {
  const at = (positions: readonly number[]) => positions.flatMap((position) => kept.get(position) ?? []);
  return {
    texts: async (positions) => at(positions).map(({ position, id, content }) => ({ ...content, position, id })),
    assessments: async (positions) => at(positions),
    reassess: async () => {},
  };
}

async function idsByIdentity({ services: { pool }, actor }: Alone): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ id: string; key: string }>(
    'SELECT id, identity_key AS key FROM definitions WHERE organisation_id = $1',
    [actor.organisationId],
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}

async function* candidatesOf({ services, actor, uploadId, items, signal }: Alone): AsyncGenerator<Candidate> {
  const { pool, storage, config } = services;
  const upload = await findUpload(pool, uploadId, actor);
  if (!upload) throw new Error('The upload of the bench is gone');
  const reading = { upload, storage, limits: config.limits, signal };
  let position = 0;
  for await (const record of readUpload(reading, { findings: [], files: 0 })) yield toCandidate(record, position++);
  if (position !== items) throw new Error(`Read ${position} records, not ${items}`);
}
