import { stageItems } from '#db/queries/stage-items.ts';
import { readStagedItems, removeStagedItems, type StagedRow } from '#db/queries/staged-items.ts';
import { contentFromRow } from '#db/row-image.ts';
import { CONTENT_FIELDS } from '#domain/definition.ts';
import { givenFields } from '#domain/given-fields.ts';
import type { CheckWork } from '#server/operations/operation.ts';
import type { Candidate } from './candidate.ts';
import { nothingSeen, planCandidates } from './plan-candidates.ts';

/** Rule findings and remarks about the surroundings are found anew; what was wrong with the file itself stays wrong. */
const FOUND_ANEW = /^[A-Z]|^reference_|^duplicate_|^tidy_/;

/** Decides again over items that an earlier job left, in runs of `size`; yields each run as it was staged. */
export async function* replanImport(work: CheckWork, size: number) {
  const { job, pool } = work;
  const seen = nothingSeen();
  for (let after = -1; ; ) {
    const rows = await readStagedItems(pool, job.id, after, size);
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
    const candidates = rows.map(toCandidate);
    const staged = await planCandidates(work, candidates, seen);
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

function toCandidate(row: StagedRow): Candidate {
  return {
    position: row.position,
    file: row.sourceFile,
    line: row.sourceLine,
    term: row.term,
    content: row.image && contentFromRow(row.image),
    given: row.given === null ? CONTENT_FIELDS : givenFields(row.given),
    identityKey: row.image?.identity_key ?? null,
    findings: row.findings.filter((finding) => !FOUND_ANEW.test(finding.code)),
    // What was decided against a version is still about that version: a change made since stays a conflict.
    version: row.baseVersion,
    id: row.definitionId,
    original: () => row.raw ?? '',
  };
}
