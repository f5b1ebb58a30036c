/** What becomes of a request that somebody else must say yes to. */
export const APPROVAL_STATUSES = ['requested', 'approved', 'refused', 'withdrawn', 'expired'] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];
