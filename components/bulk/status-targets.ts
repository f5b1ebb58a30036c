import { DEFINITION_STATUSES, type DefinitionStatus } from '#domain/definition.ts';
import { DECIDED, TRANSITIONS } from '#domain/workflow.ts';

export type StatusTarget = {
  status: DefinitionStatus;
  /** The statuses from which the workflow leads there. */
  from: DefinitionStatus[];
};

/**
 * The statuses a selection can be brought to. `present`: the statuses that occur in it; empty when that is not known.
 * `mayDecide`: whether this person may establish and archive.
 */
export function statusTargets(present: readonly DefinitionStatus[], mayDecide: boolean): StatusTarget[] {
  return DEFINITION_STATUSES.flatMap((status) => {
    if (!mayDecide && DECIDED.includes(status)) return [];
    const from = DEFINITION_STATUSES.filter((one) => TRANSITIONS[one].includes(status));
    const isReached = present.length === 0 ? from.length > 0 : from.some((one) => present.includes(one));
    return isReached ? [{ status, from }] : [];
  });
}
