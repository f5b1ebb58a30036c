import type { OperationName } from './operation-names.ts';
import type { RetentionAction } from './retention.ts';

/** What an organisation can have wait for somebody else's yes. What cannot be taken back waits anyway. */
export const APPROVAL_KINDS = ['import', 'update', 'delete', 'undo'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/** When work of one kind waits: with more items than this, or with an established definition among them. */
export type ApprovalRule = {
  /** Null: however many there are. */
  moreThan: number | null;
  established: boolean;
};
export type ApprovalRules = Readonly<Record<ApprovalKind, ApprovalRule>>;

const NEVER: ApprovalRule = Object.freeze({ moreThan: null, established: false });

/** As long as an organisation has not said otherwise. */
export const DEFAULT_APPROVAL_RULES: ApprovalRules = Object.freeze({
  import: NEVER,
  update: NEVER,
  delete: Object.freeze({ moreThan: 100, established: false }),
  undo: NEVER,
});

/** How much a job would change. */
export type Extent = { items: number; established: boolean };

/** By which rule a job goes; null when no organisation says anything of it. Archiving changes, whoever has it done. */
export function approvalKindOf(operation: OperationName, options: { action?: unknown }): ApprovalKind | null {
  if (operation === 'retain') return (options.action as RetentionAction) === 'delete' ? 'delete' : 'update';
  return operation === 'import' || operation === 'update' || operation === 'delete' ? operation : null;
}

/** Whether work of this extent waits for somebody else. What changes nothing never does. */
export function needsApproval({ moreThan, established }: ApprovalRule, extent: Extent): boolean {
  if (extent.items === 0) return false;
  return (moreThan !== null && extent.items > moreThan) || (established && extent.established);
}
