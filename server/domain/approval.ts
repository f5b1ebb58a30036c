/** What becomes of a request that somebody else must say yes to. */
export const APPROVAL_STATUSES = ['requested', 'approved', 'refused', 'withdrawn', 'expired'] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

/** What is asked for: that a job carries out its plan, or that what it did is taken back. */
export const APPROVAL_SUBJECTS = ['plan', 'undo'] as const;
export type ApprovalSubject = (typeof APPROVAL_SUBJECTS)[number];
