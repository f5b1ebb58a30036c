import { assess } from '#db/assess.ts';
import { contentHash, identityKey } from '#db/content-hash.ts';
import { matchDefinitions } from '#db/queries/match-definitions.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import type { SelectedItem } from '#db/queries/read-selected.ts';
import type { StagedItem } from '#db/queries/stage-items.ts';
import { type RowImage, toRowImage } from '#db/row-image.ts';
import { surroundingsOf } from '#db/surroundings-of.ts';
import type { DefinitionStatus } from '#domain/definition.ts';
import type { DefinitionChanges } from '#domain/definition-changes.ts';
import { type PlannedUpdate, planUpdate } from '#domain/plan-update.ts';
import type { SafeTransformName } from '#domain/safe-transforms.ts';
import type { RuleSettings } from '#domain/validation/settings.ts';
import type { Surroundings } from '#domain/validation/surroundings.ts';
import { EDITABLE } from '#domain/workflow.ts';
import type { Work } from '#server/operations/operation.ts';

/** The identities that items of this job will have, each with the definition it goes to. */
export type Taken = Map<string, string>;

type Options = {
  set?: DefinitionChanges;
  transform?: SafeTransformName[];
  status?: DefinitionStatus;
  overrideReason?: string;
};
type Present = NonNullable<SelectedItem['present']>;
type Planned = {
  item: SelectedItem;
  present: Present;
  planned: PlannedUpdate;
  identity: string;
  surroundings: Surroundings;
};

/** Decides over a run of selected definitions, against the database and against what the job decided before. */
export async function planItems(
  { pool, job, author }: Pick<Work, 'pool' | 'job' | 'author'>,
  items: readonly SelectedItem[],
  taken: Taken,
): Promise<StagedItem[]> {
  const { set = {}, transform = [], status = null, overrideReason } = job.options as Options;
  const settings = await readRuleSettings(pool, job.organisationId);
  const order = { set, transforms: transform, status, overrides: overrideReason !== undefined, settings };
  const become = items.flatMap(({ definitionId, present }) =>
    present ? { id: definitionId, content: planUpdate(present.content, order).content } : [],
  );
  const around = await surroundingsOf(pool, job, become);
  const surroundings = new Map(become.map(({ id }, index) => [id, around[index] as Surroundings]));
  const plans = items.map((item): Planned | null => {
    if (!item.present) return null;
    const seen = surroundings.get(item.definitionId) as Surroundings;
    const planned = planUpdate(item.present.content, { ...order, surroundings: seen });
    return { item, present: item.present, planned, identity: identityKey(planned.content), surroundings: seen };
  });
  const wanted = plans.flatMap((plan) => (plan && takesIdentity(plan) ? plan.identity : []));
  const { byIdentity } = await matchDefinitions(pool, job, [], wanted);
  return plans.map((plan, index) => {
    if (!plan) return gone(items[index] as SelectedItem);
    if (plan.present.held && writes(plan.planned)) return staged(plan, held(plan.planned), author.id, settings);
    const holder = takesIdentity(plan)
      ? (byIdentity.get(plan.identity)?.definitionId ?? taken.get(plan.identity))
      : undefined;
    if (holder !== undefined && holder !== plan.item.definitionId)
      return staged(plan, identityTaken(plan.planned), author.id, settings);
    if (writes(plan.planned)) taken.set(plan.identity, plan.item.definitionId);
    return staged(plan, plan.planned, author.id, settings);
  });
}

const writes = ({ decision, reason }: PlannedUpdate) => decision === 'update' || reason === 'gate_needs_reason';

/** Whether what would be written makes the definition hold an identity that it does not hold now. */
function takesIdentity({ present, planned, identity }: Planned): boolean {
  if (!writes(planned) || planned.content.status === 'archived') return false;
  return identity !== present.identityKey || present.content.status === 'archived';
}

function identityTaken(planned: PlannedUpdate): PlannedUpdate {
  return { ...planned, decision: 'conflict', reason: 'identity_taken', problemCode: 'identity_taken' };
}

function held(planned: PlannedUpdate): PlannedUpdate {
  return { ...planned, decision: 'conflict', reason: 'legal_hold', problemCode: 'legal_hold' };
}

function staged(
  { item, present, identity, surroundings }: Planned,
  planned: PlannedUpdate,
  userId: string,
  settings: RuleSettings,
): StagedItem {
  const { decision, reason, content, findings, problemCode } = planned;
  const assessment = assess(content, settings, surroundings);
  const image = toRowImage(content, assessment, { contentHash: contentHash(content), identityKey: identity });
  return {
    position: item.position,
    decision,
    reason,
    sourceFile: null,
    sourceLine: null,
    term: content.term,
    definitionId: item.definitionId,
    baseVersion: present.version,
    verdict: assessment.verdict,
    qualityScore: assessment.qualityScore,
    categoryScores: assessment.categoryScores,
    findings: [...findings, ...assessment.findings],
    problemCode,
    image: withApproval(image, present, content.status, userId),
    raw: null,
  };
}

/** Who establishes a definition approves it; archived it keeps that, and back at the drawing board it loses it. */
function withApproval(image: RowImage, present: Present, status: DefinitionStatus, userId: string): RowImage {
  if (EDITABLE.includes(status)) return image;
  if (status === 'established' && present.content.status !== 'established') return { ...image, approved_by: userId };
  const { approvedBy, approvedAt } = present;
  return approvedBy === null ? image : { ...image, approved_by: approvedBy, approved_at: approvedAt };
}

function gone({ position, term, definitionId }: SelectedItem): StagedItem {
  return {
    position,
    decision: 'invalid',
    reason: 'definition_gone',
    sourceFile: null,
    sourceLine: null,
    term,
    definitionId,
    baseVersion: null,
    verdict: null,
    qualityScore: null,
    categoryScores: null,
    findings: [],
    problemCode: 'definition_gone',
    image: null,
    raw: null,
  };
}
