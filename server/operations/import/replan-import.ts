import { type StagedItem, stageItems } from '#db/queries/stage-items.ts';
import { readStagedItems, removeStagedItems, type StagedRow } from '#db/queries/staged-items.ts';
import { contentFromRow } from '#db/row-image.ts';
import { type Classification, CONTENT_FIELDS } from '#domain/definition.ts';
import { givenFields } from '#domain/given-fields.ts';
import { isOfTheRules } from '#domain/validation/of-the-rules.ts';
import { storedRecord } from '#server/error-file/stored-record.ts';
import type { CheckWork } from '#server/operations/operation.ts';
import { type Candidate, toCandidate } from './candidate.ts';
import { nothingSeen, planCandidates } from './plan-candidates.ts';

/** Remarks about the surroundings are found anew, as those of the rules are; what was wrong with the file itself stays wrong. */
const OF_SURROUNDINGS = /^reference_|^duplicate_/;

/** Decides again over items that an earlier job left, in runs of `size`; yields each run as it was staged. */
export async function* replanImport(work: CheckWork, size: number) {
  const { job, pool } = work;
  using seen = nothingSeen();
  for (let after = -1; ; ) {
    const rows = await readStagedItems(pool, job.id, after, size);
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
    const candidates = rows.map(storedCandidate);
    const planned = await planCandidates(work, candidates, seen);
    const staged = planned.map((item, index) => withHistory(item, rows[index] as StagedRow));
    await work.write(async (sql) => {
      await removeStagedItems(
        sql,
        job.id,
        rows.map((row) => row.position),
      );
      await stageItems(sql, job.id, staged);
    });
    yield { candidates, staged };
  }
}

/** An item that was kept, to be decided over again: what it would write, or what a person made of it since. */
export function storedCandidate(row: StagedRow): Candidate {
  if (row.correction) {
    const original = () => row.raw ?? JSON.stringify({ schemaVersion: 1, ...row.correction });
    return toCandidate({ raw: storedRecord(row).record, original }, row.position);
  }
  return {
    position: row.position,
    file: row.sourceFile,
    line: row.sourceLine,
    term: row.term,
    content: row.image && contentFromRow(row.image),
    given: row.given === null ? CONTENT_FIELDS : givenFields(row.given),
    identityKey: row.image?.identity_key ?? null,
    classification: (row.image?.classification as Classification | undefined) ?? 'intern',
    findings: row.findings.filter(({ code }) => !isOfTheRules(code) && !OF_SURROUNDINGS.test(code)),
    // What was decided against a version is still about that version: a change made since stays a conflict.
    version: row.baseVersion,
    id: row.definitionId,
    original: () => row.raw ?? '',
  };
}

/** Where an item comes from and who corrected it go with it, whatever is decided over it. */
export function withHistory(item: StagedItem, row: StagedRow): StagedItem {
  const { correction, correctedBy, correctedAt, retryPosition, raw } = row;
  if (!correction) return { ...item, retryPosition };
  const at = (correctedAt ?? new Date()).toISOString();
  return { ...item, retryPosition, raw: item.raw ?? raw, correction: { fields: correction, by: correctedBy, at } };
}
