import type pg from 'pg';
import type { Sql } from '#db/client.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { matchDefinitions } from '#db/queries/match-definitions.ts';
import { findFollowers, readMarks, readTermsOf } from '#db/queries/planned-items.ts';
import type { StagedItem } from '#db/queries/stage-items.ts';
import { readItemsAt, type StagedRow } from '#db/queries/staged-items.ts';
import type { Finding } from '#domain/finding.ts';
import type { Candidate } from './candidate.ts';
import { nothingSeen, planCandidates, type Seen } from './plan-candidates.ts';
import { ReferenceIndex } from './references.ts';
import { storedCandidate, withHistory } from './replan-import.ts';

type Recheck = { sql: Sql; job: JobRow };

/**
 * Decides anew over an item of a plan that waits, corrected in the meantime, and over the items that were duplicates of it: by the
 * same steps as the check of the whole import. The caller holds the job's row, and writes what comes of it.
 */
export async function recheckItem({ sql, job }: Recheck, corrected: StagedRow): Promise<StagedItem[]> {
  const followers = await readItemsAt(sql, job.id, await findFollowers(sql, job.id, corrected.position));
  const rows = [corrected, ...followers];
  const candidates = rows.map(storedCandidate);
  const seen = await seenElsewhere({ sql, job }, candidates);
  // In the caller's transaction; of a pool only `query` is used.
  const planned = await planCandidates({ pool: sql as pg.Pool, job }, candidates, seen);
  const [first, ...others] = planned.map((item, index) => withHistory(item, rows[index] as StagedRow));
  const dangling = await danglingLinks({ sql, job }, candidates[0] as Candidate);
  return [{ ...(first as StagedItem), findings: [...(first as StagedItem).findings, ...dangling] }, ...others];
}

/** What the other items of the plan are about, as far as these could be about the same. */
async function seenElsewhere({ sql, job }: Recheck, candidates: readonly Candidate[]): Promise<Seen> {
  const ids = candidates.flatMap(({ id }) => id ?? []);
  const keys = candidates.flatMap(({ identityKey }) => identityKey ?? []);
  const { byId, byIdentity } = await matchDefinitions(sql, job.organisationId, ids, keys);
  const matched = [...byId.values(), ...byIdentity.values()].map(({ definitionId }) => definitionId);
  const except = candidates.map(({ position }) => position);
  const seen = nothingSeen();
  for (const mark of await readMarks(sql, job.id, { except, keys, definitionIds: [...ids, ...matched] })) {
    if (mark.identityKey) seen.identities.add(mark.identityKey, mark.position);
    if (!mark.definitionId) continue;
    seen.ids.add(mark.definitionId, mark.position);
    if (mark.decision !== 'new') seen.matched.add(mark.definitionId, mark.position);
  }
  return seen;
}

/** Links of the item that lead to nothing in the plan and nothing in the organisation. */
async function danglingLinks({ sql, job }: Recheck, { position, content, term }: Candidate): Promise<Finding[]> {
  if (!content || content.relations.length === 0) return [];
  const index = new ReferenceIndex();
  index.add(position, null, term, content.relations);
  const targets = content.relations.flatMap(({ targetTerm }) => targetTerm?.toLowerCase() ?? []);
  for (const other of await readTermsOf(sql, job.id, targets)) {
    index.add(other.position, other.definitionId, other.term, []);
  }
  return (await index.dangling(sql, job)).map(({ finding }) => finding);
}
