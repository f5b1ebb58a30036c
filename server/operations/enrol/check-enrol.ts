import { readChallengeOf, readKeyItems } from '#db/queries/enrolment.ts';
import { planKeyItems } from '#db/queries/plan-key-items.ts';
import type { StagedItem } from '#db/queries/stage-items.ts';
import type { Finding } from '#domain/finding.ts';
import type { Checked, CheckWork } from '#server/operations/operation.ts';
import { PlanTally } from '#server/operations/plan-tally.ts';
import { type JudgedKey, judgeKeys } from '#server/provenance/judge-key.ts';

/** How many keys are read, judged and decided at once. */
const RUN = 500;

type PlannedKey = Pick<StagedItem, 'position' | 'decision' | 'reason' | 'findings' | 'problemCode'>;

/** Decides over every key that was handed in; the items are there from the start, so that a check that begins anew decides over the same. */
export async function checkEnrol(work: CheckWork): Promise<Checked> {
  const { job, pool } = work;
  const nonce = (await readChallengeOf(pool, job.id)) ?? Buffer.alloc(0);
  const tally = new PlanTally();
  const seen = new Set<string>();
  await work.advance('checking', 0, job.total);
  for (let first = 0; first < job.total; first += RUN) {
    const items = await readKeyItems(pool, job.id, { first, last: first + RUN - 1 });
    const judged = await judgeKeys(pool, job.organisationId, nonce, items);
    const planned = items.map(({ position }, index) => plan(position, judged[index] as JudgedKey, seen));
    await work.write((sql) => planKeyItems(sql, job.id, planned));
    for (const item of planned) tally.add(item);
    await work.advance('checking', Math.min(first + RUN, job.total), job.total);
  }
  return {
    total: job.total,
    levels: new Int32Array(job.total),
    plan: tally.plan,
    failing: tally.failing,
    findings: [],
  };
}

function plan(position: number, { key, enrolled, problem }: JudgedKey, seen: Set<string>): PlannedKey {
  if (problem === 'key_revoked')
    return {
      position,
      decision: 'conflict',
      reason: 'key_revoked',
      findings: [finding(problem)],
      problemCode: problem,
    };
  if (problem !== null)
    return { position, decision: 'invalid', reason: 'has_errors', findings: [finding(problem)], problemCode: problem };
  if (seen.has(key.keyId))
    return { position, decision: 'duplicate', reason: 'twice_in_upload', findings: [], problemCode: null };
  seen.add(key.keyId);
  const decision = enrolled ? 'update' : 'new';
  return { position, decision, reason: enrolled ? 'key_renewed' : 'key_new', findings: [], problemCode: null };
}

function finding(code: string): Finding {
  return { code, severity: 'error' };
}
