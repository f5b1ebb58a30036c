import { assess } from '#db/assess.ts';
import type { Sql } from '#db/client.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { countPlan, decideItems, type RewrittenItem, readImages, rewriteItems } from '#db/queries/override-items.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import { contentFromRow, toRowImage } from '#db/row-image.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Finding } from '#domain/finding.ts';
import { decisionOf } from '#domain/plan.ts';
import { contentAsWished } from '#domain/plan-override.ts';
import { isOfTheRules } from '#domain/validation/of-the-rules.ts';
import type { RuleSettings } from '#domain/validation/settings.ts';
import { lookAgain } from '#server/operations/import/look-again.ts';
import type { Settled, SettledItem } from './settle-overrides.ts';

/** Items that get other contents at once: each is checked anew, and others want their turn in between. */
const RUN = 100;

/** Writes what was settled into the plan; from here on the plan says it, and nothing else is carried out. */
export async function applyOverrides(
  sql: Sql,
  job: Pick<JobRow, 'id' | 'organisationId' | 'clearance' | 'options' | 'total'>,
  { items }: Settled,
): Promise<void> {
  if (items.size === 0) return;
  const all = [...items.values()];
  const rewritten = all.filter(
    (item) => !item.refused && (item.choice === 'keep_both' || item.choice === 'new_version'),
  );
  const problemCode = job.options.conflict === 'fail' ? 'conflict_identity_taken' : null;
  await decideItems(
    sql,
    job.id,
    all
      .filter((item) => !rewritten.includes(item))
      .map(({ position, choice, refused }) =>
        refused
          ? { position, decision: 'conflict', reason: 'identity_taken', problemCode }
          : { position, decision: decisionOf(choice), reason: 'by_hand', problemCode: null },
      ),
  );
  if (rewritten.length > 0) await rewrite(sql, job, rewritten);
  const kept = rewritten.filter(({ choice }) => choice === 'keep_both').map(({ position }) => position);
  await lookAgain({ sql, job }, kept);
  await countPlan(sql, job.id);
}

async function rewrite(sql: Sql, job: Pick<JobRow, 'id' | 'organisationId'>, wanted: readonly SettledItem[]) {
  const settings = await readRuleSettings(sql, job.organisationId);
  for (let start = 0; start < wanted.length; start += RUN) {
    const run = new Map(wanted.slice(start, start + RUN).map((item) => [item.position, item]));
    const staged = await readImages(sql, job.id, [...run.keys()]);
    const written = staged.map((one) => rewrittenItem(one, run.get(one.position) as SettledItem, settings));
    await rewriteItems(sql, job.id, written);
  }
}

/**
 * A new version begins as a draft, of which no rule says anything else. What is kept beside another stands in its own context
 * and is checked as that; what surrounds it there is looked at when all are written.
 */
function rewrittenItem(
  { position, image, findings, ...scored }: Awaited<ReturnType<typeof readImages>>[number],
  { choice, context }: SettledItem,
  settings: RuleSettings,
): RewrittenItem {
  const content = contentAsWished(contentFromRow(image), { decision: choice, context });
  const decided = { position, decision: decisionOf(choice) };
  if (choice !== 'keep_both') {
    const assessment = {
      ...scored,
      ruleSetVersion: image.rule_set_version as string,
      findings: image.findings as Finding[],
    };
    return { ...decided, reason: 'by_hand', newId: null, ...scored, findings, image: toRowImage(content, assessment) };
  }
  const assessment = assess(content, settings);
  return {
    ...decided,
    reason: 'kept_both',
    newId: uuidV7(),
    verdict: assessment.verdict,
    qualityScore: assessment.qualityScore,
    categoryScores: assessment.categoryScores,
    findings: [...findings.filter(({ code }) => !isOfTheRules(code)), ...assessment.findings],
    image: toRowImage(content, assessment),
  };
}
