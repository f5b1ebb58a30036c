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
