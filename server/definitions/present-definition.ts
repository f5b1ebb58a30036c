import type { Definition } from '#contract/definitions.ts';
import type { StoredDefinition } from '#db/queries/read-definition.ts';

/** A stored definition as the contract shows it. */
export function presentDefinition({ content, assessment, ...stored }: StoredDefinition): Definition {
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
    holds: stored.holds,
    deletedAt: stored.deletedAt?.toISOString() ?? null,
    deletedBy: stored.deletedBy,
  };
}
