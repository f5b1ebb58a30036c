import { assess } from '#db/assess.ts';
import type { Sql } from '#db/client.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { countPlan, decideItems, type RewrittenItem, readImages, rewriteItems } from '#db/queries/override-items.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import { contentFromRow, toRowImage } from '#db/row-image.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { decisionOf } from '#domain/plan.ts';
import { contentAsWished } from '#domain/plan-override.ts';
import { LOOKUP_RULES } from '#domain/validation/rules/lookup.ts';
import type { RuleSettings } from '#domain/validation/settings.ts';
import type { Settled, SettledItem } from './settle-overrides.ts';

/** Items that get other contents at once: each is checked anew, and others want their turn in between. */
const RUN = 100;

/** Findings of rules are in capitals; those about the file stay as they were found. */
const OF_RULES = /^[A-Z]/;
/** What was found by looking at other definitions stays too: another status or context makes it none the less alike. */
const OF_OTHERS: ReadonlySet<string> = new Set(LOOKUP_RULES.map(({ id }) => id));

/** Writes what was settled into the plan; from here on the plan says it, and nothing else is carried out. */
export async function applyOverrides(
  sql: Sql,
  job: Pick<JobRow, 'id' | 'organisationId' | 'options'>,
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

/** A new version begins as a draft, and what is kept beside another stands in its own context: both are checked as that. */
function rewrittenItem(
  { position, image, findings }: Awaited<ReturnType<typeof readImages>>[number],
  { choice, context }: SettledItem,
  settings: RuleSettings,
): RewrittenItem {
  const content = contentAsWished(contentFromRow(image), { decision: choice, context });
  const assessment = assess(content, settings);
  const isKept = choice === 'keep_both';
  const found = [...assessment.findings, ...findings.filter(({ code }) => OF_OTHERS.has(code))];
  return {
    position,
    decision: decisionOf(choice),
    reason: isKept ? 'kept_both' : 'by_hand',
    newId: isKept ? uuidV7() : null,
    verdict: assessment.verdict,
    qualityScore: assessment.qualityScore,
    categoryScores: assessment.categoryScores,
    findings: [...findings.filter(({ code }) => !OF_RULES.test(code)), ...found],
    image: toRowImage(content, { ...assessment, findings: found }),
  };
}
