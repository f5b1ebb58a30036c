import type { Definition } from '#contract/definitions.ts';
import type { StoredDefinition } from '#db/queries/read-definition.ts';
import type { Sight } from '#domain/clearance.ts';

/**
 * A stored definition as the contract shows it to somebody. Who only reads it, because another organisation shares it, is not told
 * with whom else it is shared and what it is held for.
 */
export function presentDefinition({ content, assessment, ...stored }: StoredDefinition, sight: Sight): Definition {
  const isOwn = sight.scope === null || sight.scope === stored.organisation.id;
  return {
    ...content,
    id: stored.id,
    version: stored.version,
    contentHash: stored.contentHash,
    verdict: assessment.verdict,
    qualityScore: assessment.qualityScore,
    categoryScores: assessment.categoryScores,
    findings: assessment.findings,
    ruleSetVersion: assessment.ruleSetVersion,
    organisation: stored.organisation,
    createdAt: stored.createdAt.toISOString(),
    createdBy: stored.createdBy,
    updatedAt: stored.updatedAt.toISOString(),
    updatedBy: stored.updatedBy,
    holds: isOwn ? stored.holds : [],
    visibility: stored.visibility,
    sharedWith: isOwn ? stored.sharedWith : [],
    deletedAt: stored.deletedAt?.toISOString() ?? null,
    deletedBy: stored.deletedBy,
  };
}
