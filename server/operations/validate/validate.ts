import { assess } from '#db/assess.ts';
import type { Sql } from '#db/client.ts';
import { NO_TALLY } from '#db/queries/commit-chunk.ts';
import { failItems } from '#db/queries/end-items.ts';
import { readChunkOutputs } from '#db/queries/export-items.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import {
  type AssessedItem,
  lockAssessed,
  type NewAssessment,
  undoAssessments,
  writeAssessments,
} from '#db/queries/write-assessments.ts';
import { surroundingsOf } from '#db/surroundings-of.ts';
import type { Applied, Operation, Work, WorkRange } from '#server/operations/operation.ts';

/**
 * Checks definitions anew, each as it is now, with the rules of today. An item has succeeded when that says something else than
 * before. Not undoable once finished: what the rules say is nobody's decision.
 */
export const validateOperation: Operation = {
  apply,

  async undo(sql, { job }, range) {
    const chunks = await readChunkOutputs<NewAssessment[]>(sql, job.id, range.number - 1, range.chunks);
    // A chunk that was replayed item by item kept a list of lists.
    const earlier = chunks.flatMap(({ output }) => (output?.flat() ?? []) as NewAssessment[]);
    return undoAssessments(sql, job.id, range, earlier);
  },

  finish: () => Promise.resolve(),
  discard: () => Promise.resolve(),
};

/** Keeps with the chunk what was there before, where it became something else. */
async function apply(sql: Sql, { job }: Work, { first, last }: WorkRange): Promise<Applied> {
  const items = await lockAssessed(sql, job, first, last);
  const there = items.filter(isThere);
  const settings = await readRuleSettings(sql, job.organisationId);
  const gone = items.filter((item) => !isThere(item));
  const subjects = there.map(({ definitionId, present: { content } }) => ({ id: definitionId, content }));
  const surroundings = await surroundingsOf(sql, job, subjects);
  const found = there.map(({ position, definitionId, present: { version, content, assessment } }, index) => ({
    position,
    definitionId,
    version,
    scoreBefore: assessment.qualityScore,
    ...assess(content, settings, surroundings[index]),
  }));
  const changed = await writeAssessments(sql, job.id, found);
  const failed = await failItems(
    sql,
    job.id,
    gone.map(({ position }) => ({ position, code: 'definition_gone', detail: null })),
  );
  const earlier = there
    .filter(({ position }) => changed.has(position))
    .map(({ position, definitionId, present: { version, assessment } }): NewAssessment => {
      return { position, definitionId, version, ...assessment };
    });
  return {
    tally: { ...NO_TALLY, succeeded: changed.size, unchanged: there.length - changed.size, failed },
    items: items.length,
    lastTerm: items.at(-1)?.term ?? null,
    ...(earlier.length > 0 ? { output: earlier } : {}),
  };
}

type Present = AssessedItem & { present: NonNullable<AssessedItem['present']> };

function isThere(item: AssessedItem): item is Present {
  return item.present !== null;
}
