/** What a verification of the audit trail goes through, and what it can find. */

export const VERIFICATION_STATUSES = [
  'waiting',
  'running',
  'stopping',
  'stopped',
  'intact',
  'broken',
  'failed',
] as const;
export type VerificationStatus = (typeof VERIFICATION_STATUSES)[number];

/** A verification that has not ended; there is at most one. */
export const OPEN_VERIFICATIONS = ['waiting', 'running', 'stopping'] as const satisfies readonly VerificationStatus[];

export function isOpenVerification(status: VerificationStatus): boolean {
  return (OPEN_VERIFICATIONS as readonly VerificationStatus[]).includes(status);
}

/**
 * How what is there differs from what was sealed. `entry_moved` is content that was sealed at one place and lies at another;
 * `leaves_changed` says that the hashes kept beside a block are not those it was signed over; `truncated` that blocks at the
 * end are gone which this installation remembers.
 */
export const DIFFERENCE_KINDS = [
  'entry_changed',
  'entry_removed',
  'entry_added',
  'entry_moved',
  'block_changed',
  'block_removed',
  'block_moved',
  'leaves_changed',
  'signature_invalid',
  'key_unknown',
  'chain_broken',
  'truncated',
  'pruning_invalid',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export type Difference = {
  kind: DifferenceKind;
  /** The number of the block it was found in. */
  block: number;
  /** The entry it is about; null when it is about the block. */
  entryId: number | null;
  /** Of what was moved: the entry or block it is now. */
  to?: number;
};
