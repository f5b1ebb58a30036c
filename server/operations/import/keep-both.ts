import { assess } from '#db/assess.ts';
import { identityKey } from '#db/content-hash.ts';
import { matchDefinitions } from '#db/queries/match-definitions.ts';
import type { StagedItem } from '#db/queries/stage-items.ts';
import { contentFromRow, toRowImage } from '#db/row-image.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { inOtherContext, type OtherContext } from '#domain/keep-both.ts';
import { mayOverride } from '#domain/plan.ts';
import { isOfTheRules } from '#domain/validation/of-the-rules.ts';
import type { RuleSettings } from '#domain/validation/settings.ts';
import type { PositionTable } from '#server/compact/position-table.ts';
import type { Work } from '#server/operations/operation.ts';

export type KeepBothWork = Pick<Work, 'pool' | 'job'> & {
  context: OtherContext;
  settings: RuleSettings;
  /** The identities of what the upload writes, by position. */
  identities: PositionTable;
};

/**
 * Turns the conflicts of a run into definitions of their own in another context, beside what is there. Where there is one in
 * that context too, or an item of the upload makes one, the conflict stays.
 */
export async function keepBoth(work: KeepBothWork, staged: readonly StagedItem[]): Promise<StagedItem[]> {
  const wanted = new Map<StagedItem, { content: DefinitionContent; key: string }>();
  for (const item of staged) {
    if (item.decision !== 'conflict' || !item.image || !mayOverride('conflict', item.reason, 'keep_both')) continue;
    const content = inOtherContext(contentFromRow(item.image), work.context);
    wanted.set(item, { content, key: identityKey(content) });
  }
  if (wanted.size === 0) return [...staged];
  const keys = [...wanted.values()].map(({ key }) => key);
  const { byIdentity } = await matchDefinitions(work.pool, work.job, [], keys);
  return staged.map((item) => {
    const other = wanted.get(item);
    if (!other) return item;
    if (byIdentity.has(other.key) || work.identities.has(other.key)) return { ...item, reason: 'identity_taken' };
    work.identities.add(other.key, item.position);
    return inItsOwnRight(item, other.content, work.settings);
  });
}

function inItsOwnRight(item: StagedItem, content: DefinitionContent, settings: RuleSettings): StagedItem {
  const assessment = assess(content, settings);
  return {
    ...item,
    decision: 'new',
    reason: 'kept_both',
    definitionId: uuidV7(),
    baseVersion: null,
    verdict: assessment.verdict,
    qualityScore: assessment.qualityScore,
    categoryScores: assessment.categoryScores,
    findings: [...item.findings.filter(({ code }) => !isOfTheRules(code)), ...assessment.findings],
    image: toRowImage(content, assessment),
  };
}
