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

/** An item of a plan, and what it says now. */
export type ChangedItem = { row: StagedRow; candidate: Candidate };

/** Decides anew over an item of a plan that waits, corrected in the meantime; see `recheckItems`. */
export function recheckItem(work: Recheck, corrected: StagedRow): Promise<StagedItem[]> {
  return recheckItems(work, [{ row: corrected, candidate: storedCandidate(corrected) }]);
}

/**
 * Decides anew over items of a plan that were changed by hand, and over the items that were duplicates of them: by the same
 * steps as the check of the whole import, the changed ones first. The caller holds the job's row, and writes what comes of it.
 */
export async function recheckItems({ sql, job }: Recheck, changed: readonly ChangedItem[]): Promise<StagedItem[]> {
  const positions = changed.map(({ row }) => row.position);
  const isChanged = new Set(positions);
  const behind = (await findFollowers(sql, job.id, positions)).filter((position) => !isChanged.has(position));
  const followers = await readItemsAt(sql, job.id, behind);
  const rows = [...changed.map(({ row }) => row), ...followers];
  const candidates = [...changed.map(({ candidate }) => candidate), ...followers.map(storedCandidate)];
  const seen = await seenElsewhere({ sql, job }, candidates);
  // In the caller's transaction; of a pool only `query` is used.
  const planned = await planCandidates({ pool: sql as pg.Pool, job }, candidates, seen);
  const dangling = await danglingLinks({ sql, job }, candidates);
  return planned.map((item, index) => {
    const findings = [...item.findings, ...(dangling.get(item.position) ?? [])];
    return withHistory({ ...item, findings }, rows[index] as StagedRow);
  });
}

/** What the other items of the plan are about, as far as these could be about the same. */
async function seenElsewhere({ sql, job }: Recheck, candidates: readonly Candidate[]): Promise<Seen> {
  const ids = candidates.flatMap(({ id }) => id ?? []);
  const keys = candidates.flatMap(({ identityKey }) => identityKey ?? []);
  const { byId, byIdentity } = await matchDefinitions(sql, job, ids, keys);
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

/** By position, the links that lead to nothing in the plan and nothing in the organisation. */
async function danglingLinks({ sql, job }: Recheck, candidates: readonly Candidate[]): Promise<Map<number, Finding[]>> {
  const found = new Map<number, Finding[]>();
  const referring = candidates.filter(({ content }) => content && content.relations.length > 0);
  if (referring.length === 0) return found;
  const index = new ReferenceIndex();
  for (const { position, content, id, term } of candidates)
    if (content) index.add(position, id, term, content.relations, content.classification);
  const own = new Set(candidates.map(({ position }) => position));
  const targets = referring.flatMap(({ content }) =>
    (content?.relations ?? []).flatMap(({ targetTerm }) => targetTerm?.toLowerCase() ?? []),
  );
  for (const other of await readTermsOf(sql, job.id, targets))
    if (!own.has(other.position)) index.add(other.position, other.definitionId, other.term, [], 'openbaar');
  for (const { position, finding } of await index.dangling(sql, job))
    found.set(position, [...(found.get(position) ?? []), finding]);
  return found;
}
