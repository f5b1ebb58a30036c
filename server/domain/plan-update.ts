import { judge } from './approval-gate.ts';
import { canonicalContent } from './canonical.ts';
import type { DefinitionContent, DefinitionStatus } from './definition.ts';
import { applyChanges, type DefinitionChanges } from './definition-changes.ts';
import type { Finding } from './finding.ts';
import type { Decision, Reason } from './plan.ts';
import { applyTransforms, type SafeTransformName } from './safe-transforms.ts';
import type { RuleSettings } from './validation/settings.ts';
import type { Surroundings } from './validation/surroundings.ts';
import { validate } from './validation/validate.ts';
import { EDITABLE, mayFollow } from './workflow.ts';

export type UpdateOrder = {
  set: DefinitionChanges;
  /** Repairs to make first, so that what is set is set last. */
  transforms?: readonly SafeTransformName[];
  /** The status to bring the definition to; null leaves it as it is. */
  status: DefinitionStatus | null;
  /** Whether a reason was given for what the gate has doubts about. */
  overrides: boolean;
  settings: RuleSettings;
  /** What is around the definition as it would become; the gate looks at that too. */
  surroundings?: Surroundings;
};

export type PlannedUpdate = {
  decision: Decision;
  reason: Reason;
  /** What would be written. */
  content: DefinitionContent;
  /** What stands in the way, errors first. */
  findings: Finding[];
  /** Why it will count as failed, when it will. */
  problemCode: string | null;
};

/**
 * Decides what to do with one definition: passes (`update`), needs a reason (`conflict`, reason `gate_needs_reason`), blocked
 * (`invalid`), nothing to change (`unchanged`), or resting (`conflict`: the content of what is established or archived does not
 * change under it).
 */
export function planUpdate(
  current: DefinitionContent,
  { set, transforms = [], status, overrides, settings, surroundings }: UpdateOrder,
): PlannedUpdate {
  const changed = applyChanges(applyTransforms(current, transforms), set);
  const content = status === null ? changed : { ...changed, status };
  const plan = (decision: Decision, reason: Reason, findings: Finding[] = []): PlannedUpdate => {
    const problemCode = decision === 'invalid' ? (findings[0]?.code ?? 'internal_error') : null;
    return { decision, reason, content, findings, problemCode };
  };
  if (canonicalContent(content) === canonicalContent(current)) return plan('unchanged', 'same_content');
  const moves = content.status !== current.status;
  if (moves && !mayFollow(current.status, content.status))
    return plan('invalid', 'transition_not_allowed', [wrongTransition(current.status, content.status)]);
  const edits = canonicalContent({ ...content, status: current.status }) !== canonicalContent(current);
  if (edits && !EDITABLE.includes(current.status) && !EDITABLE.includes(content.status))
    return plan('conflict', current.status === 'archived' ? 'archived' : 'established');
  const reversed = validityReversed(content);
  if (reversed) return plan('invalid', 'has_errors', [reversed]);
  if (!moves) return plan('update', 'content_differs');
  if (content.status !== 'established') return plan('update', 'gate_passed');
  const { outcome, objections } = judge(content, validate(content, settings, surroundings));
  if (outcome === 'pass') return plan('update', 'gate_passed');
  if (outcome === 'blocked') return plan('invalid', 'gate_blocked', objections);
  return overrides ? plan('update', 'gate_overridden', objections) : plan('conflict', 'gate_needs_reason', objections);
}

function wrongTransition(from: DefinitionStatus, to: DefinitionStatus): Finding {
  return { code: 'transition_not_allowed', severity: 'error', field: 'status', params: { from, to } };
}

function validityReversed({ validFrom, validUntil }: DefinitionContent): Finding | null {
  if (validFrom === null || validUntil === null || validUntil >= validFrom) return null;
  const params = { from: validFrom };
  return { code: 'validity_reversed', severity: 'error', field: 'validUntil', value: validUntil, params };
}
