import type { Classification, DefinitionStatus } from './definition.ts';
import type { Finding } from './finding.ts';
import { hasError } from './finding.ts';

/** What a job will do with one item, decided before anything is written. */
export const DECISIONS = [
  'new',
  'unchanged',
  'update',
  'new_version',
  'duplicate',
  'conflict',
  'invalid',
  'skip',
] as const;
export type Decision = (typeof DECISIONS)[number];

/**
 * What to do with an item whose definition cannot simply be updated. `keep_both` writes it as a definition of its own, in
 * another context (see keep-both.ts).
 */
export const CONFLICT_STRATEGIES = ['skip', 'overwrite', 'new_version', 'keep_both', 'fail'] as const;
export type ConflictStrategy = (typeof CONFLICT_STRATEGIES)[number];

/** Why an item of an import was decided as it was. */
export const IMPORT_REASONS = [
  'not_there_yet',
  'same_content',
  'content_differs',
  'twice_in_upload',
  'established',
  'archived',
  'changed_since_export',
  'identity_taken',
  'has_errors',
  'by_hand',
  'applied_before',
  'kept_both',
  'legal_hold',
] as const;

/** Why an item was decided as it was; shown beside the decision. Items without a plan say here how they were answered. */
export const REASONS = [
  ...IMPORT_REASONS,
  'gate_passed',
  'gate_needs_reason',
  'gate_overridden',
  'gate_blocked',
  'transition_not_allowed',
  'definition_gone',
  'found_by_term',
  'found_by_other_name',
  'only_similar',
  'nothing_found',
  'to_redact',
  'nothing_to_redact',
  'key_new',
  'key_renewed',
  'key_revoked',
  'proof_locked',
  'locked_before',
  'not_established',
  'hash_locked',
  'hash_known',
  'hash_unknown',
  'to_archive',
  'to_delete',
  'to_anonymise',
  'to_erase',
  'nothing_to_anonymise',
] as const;
export type Reason = (typeof REASONS)[number];

/** The definition an item was matched with, as far as a decision needs it. */
export type Match = {
  definitionId: string;
  version: number;
  contentHash: string;
  status: DefinitionStatus;
  /** A legal hold is on it: nothing changes it until that is lifted. */
  held: boolean;
  classification: Classification;
  identityKey: string;
};

export type Candidate = {
  findings: readonly Finding[];
  contentHash: string;
  /** The version the file says it was exported from; null when the format has none. */
  version: number | null;
  /** True when an earlier item of the same upload has the same identity. */
  repeated: boolean;
};

export type PlannedItem = {
  decision: Decision;
  reason: Reason;
  definitionId: string | null;
  /** The version this decision was taken against; applying it to any other is a conflict (stale guard). */
  baseVersion: number | null;
};

/**
 * Decides what to do with one candidate. `byId` is the definition with the same id, `byIdentity` the one with the same
 * identity key; both only ever from the person's own organisation.
 */
export function decide(
  candidate: Candidate,
  byId: Match | null,
  byIdentity: Match | null,
  strategy: ConflictStrategy,
): PlannedItem {
  const match = byId ?? byIdentity;
  const planned = (decision: Decision, reason: Reason): PlannedItem => ({
    decision,
    reason,
    definitionId: match?.definitionId ?? null,
    baseVersion: match?.version ?? null,
  });
  if (hasError(candidate.findings)) return planned('invalid', 'has_errors');
  if (candidate.repeated) return planned('duplicate', 'twice_in_upload');
  if (!match) return planned('new', 'not_there_yet');
  if (match.contentHash === candidate.contentHash) return planned('unchanged', 'same_content');
  if (byId && byIdentity && byId.definitionId !== byIdentity.definitionId) return planned('conflict', 'identity_taken');
  if (match.held) return planned('conflict', 'legal_hold');
  if (match.status === 'archived') return planned('conflict', 'archived');
  if (match.status === 'established') {
    return planned(strategy === 'new_version' ? 'new_version' : 'conflict', 'established');
  }
  if (candidate.version !== null && candidate.version < match.version) {
    const mayReplace = strategy === 'overwrite' || strategy === 'new_version';
    return planned(mayReplace ? 'update' : 'conflict', 'changed_since_export');
  }
  return planned('update', 'content_differs');
}

/** What a person may want of an item instead of what the plan says. */
export const CHOICES = ['skip', 'update', 'new_version', 'keep_both'] as const;
export type Choice = (typeof CHOICES)[number];

const OVERRIDES: Readonly<Partial<Record<Decision, readonly Choice[]>>> = {
  new: ['skip'],
  update: ['skip', 'keep_both'],
  new_version: ['skip', 'keep_both'],
  duplicate: ['keep_both'],
  conflict: CHOICES,
  invalid: ['skip'],
};

/** What a choice makes of the decision. */
export function decisionOf(choice: Choice): Decision {
  return choice === 'keep_both' ? 'new' : choice;
}

/** Whether a person must say why to turn the decision so: what the gate has doubts about goes through only with a reason. */
export function overrideNeedsReason(reason: Reason, to: Choice): boolean {
  return reason === 'gate_needs_reason' && to === 'update';
}

/** Where there is one to keep it beside: a definition, or an earlier item of the same upload. */
const KEPT_BESIDE: readonly Reason[] = [
  'content_differs',
  'twice_in_upload',
  'established',
  'archived',
  'changed_since_export',
  'identity_taken',
  'legal_hold',
];

/**
 * Whether the override exists for this decision and reason: an established definition is never edited in place. Keeping both
 * is for imports only, whoever calls this sees to that: what an update changes is there already.
 */
export function mayOverride(decision: Decision, reason: Reason, to: Choice): boolean {
  if (!OVERRIDES[decision]?.includes(to)) return false;
  if (to === 'keep_both') return KEPT_BESIDE.includes(reason);
  if (decision !== 'conflict' || to === 'skip') return true;
  if (reason === 'gate_needs_reason') return to === 'update';
  if (reason === 'established') return to === 'new_version';
  return reason === 'changed_since_export' && to === 'update';
}
