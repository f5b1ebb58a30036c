import type { PlanRepair, PlanRepairRequest } from '#contract/corrections.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { identityKey } from '#db/content-hash.ts';
import { keepRepairedCorrection, lockJob } from '#db/queries/corrections.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { countPlan } from '#db/queries/override-items.ts';
import { resolveDangling, restageItems } from '#db/queries/planned-items.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import { findRepairable } from '#db/queries/repairable-items.ts';
import { readItemsAt } from '#db/queries/staged-items.ts';
import type { Actor } from '#domain/access.ts';
import type { CONTENT_FIELDS, DefinitionContent } from '#domain/definition.ts';
import { Problem } from '#domain/errors.ts';
import { applyTransforms, findingOf, type SafeTransformName } from '#domain/safe-transforms.ts';
import { lookAgain } from '#server/operations/import/look-again.ts';
import { type ChangedItem, recheckItems } from '#server/operations/import/recheck-item.ts';
import { storedCandidate } from '#server/operations/import/replan-import.ts';
import type { Services } from '#server/services.ts';
import { steerableJob } from './visible-job.ts';

/** So many are repaired by one call, so that it answers within seconds; who asks goes on until none remain. */
const MOST_AT_ONCE = 1_000;
const READ_AT_ONCE = 500;
/** So many are shown with what changes. */
const SHOWN = 20;

type Field = (typeof CONTENT_FIELDS)[number];
type Repaired = ChangedItem & { before: DefinitionContent; after: DefinitionContent; fields: Field[] };

/**
 * Puts the same thing right in every item of a plan that waits and would write it: the fields their files carry, nothing else.
 * What was repaired is decided over anew, with what surrounds it. `dryRun` changes nothing and says what would change; otherwise
 * a call repairs the first of them and says how many remain. @throws Problem `not_found`, `not_allowed`, `not_supported`, `wrong_state`
 */
export async function repairItems(
  services: Services,
  actor: Actor,
  jobId: string,
  { transform, dryRun }: PlanRepairRequest,
): Promise<PlanRepair> {
  const job = await steerableJob(services, actor, jobId);
  if (job.operation !== 'import') throw new Problem('not_supported');
  if (dryRun) {
    requireWaiting(job);
    return preview(services.pool, job, transform);
  }
  const answer = await inTransaction(services.pool, (sql) => repair(sql, actor, jobId, transform));
  if (answer.count > 0) await publishProgress(services.pool, jobId, true);
  return answer;
}

function requireWaiting({ status }: Pick<JobRow, 'status'>): void {
  if (status !== 'awaiting_confirmation') throw new Problem('wrong_state', { status });
}

async function preview(sql: Sql, job: JobRow, transform: SafeTransformName): Promise<PlanRepair> {
  const positions = await findRepairable(sql, job.id, findingOf(transform));
  const shown: Repaired[] = [];
  let count = 0;
  for (let start = 0; start < positions.length; start += READ_AT_ONCE) {
    const found = await readRepaired(sql, job, positions.slice(start, start + READ_AT_ONCE), transform);
    count += found.length;
    shown.push(...found.slice(0, SHOWN - shown.length));
  }
  return { count, remaining: count, items: shown.map(presentRepaired) };
}

async function repair(sql: Sql, actor: Actor, jobId: string, transform: SafeTransformName): Promise<PlanRepair> {
  const job = await lockJob(sql, jobId);
  if (!job) throw new Problem('not_found');
  requireWaiting(job);
  const positions = await findRepairable(sql, jobId, findingOf(transform));
  const repaired: Repaired[] = [];
  let start = 0;
  for (; start < positions.length && repaired.length < MOST_AT_ONCE; start += READ_AT_ONCE)
    repaired.push(...(await readRepaired(sql, job, positions.slice(start, start + READ_AT_ONCE), transform)));
  if (repaired.length === 0) return { count: 0, remaining: 0, items: [] };
  const staged = await recheckItems({ sql, job }, repaired);
  await restageItems(sql, jobId, staged);
  await keepRepairedCorrection(sql, jobId, repaired.flatMap(correctionOf));
  await countPlan(sql, jobId);
  for (const { before, after } of repaired)
    if (before.term !== after.term) await resolveDangling(sql, jobId, after.term);
  await lookAgain(
    { sql, job },
    staged.map(({ position }) => position),
  );
  await insertAuditEntries(sql, actor, [
    {
      action: 'item.repaired',
      subjectType: 'job',
      subjectId: jobId,
      jobId,
      details: { transform, count: repaired.length, positions: repaired.map(({ row }) => row.position) },
    },
  ]);
  return {
    count: repaired.length,
    remaining: Math.max(0, positions.length - start),
    items: repaired.slice(0, SHOWN).map(presentRepaired),
  };
}

/** Those of these items that the transform changes in a field their file carries; the others keep what is there. */
async function readRepaired(
  sql: Sql,
  job: JobRow,
  positions: readonly number[],
  transform: SafeTransformName,
): Promise<Repaired[]> {
  const rows = await readItemsAt(sql, job.id, positions);
  return rows.flatMap((row) => {
    const candidate = storedCandidate(row);
    const before = candidate.content;
    if (!before) return [];
    const tidy = applyTransforms(before, [transform]);
    const fields = candidate.given.filter((field) => tidy[field] !== before[field]);
    if (fields.length === 0) return [];
    const after: DefinitionContent = { ...before, ...Object.fromEntries(fields.map((field) => [field, tidy[field]])) };
    const changed = { ...candidate, content: after, term: after.term, identityKey: identityKey(after) };
    return { row, candidate: changed, before, after, fields };
  });
}

/** An item that a person typed over before keeps what was typed, repaired. */
function correctionOf({ row, after, fields }: Repaired) {
  if (!row.correction) return [];
  return { position: row.position, fields: { ...row.correction, ...pick(after, fields) } };
}

function presentRepaired({ row: { position }, before, after, fields }: Repaired): PlanRepair['items'][number] {
  return { position, term: after.term, before: pick(before, fields), after: pick(after, fields) };
}

function pick(content: DefinitionContent, fields: readonly Field[]): Partial<DefinitionContent> {
  return Object.fromEntries(fields.map((field) => [field, content[field]]));
}
