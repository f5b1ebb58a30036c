/** Where an archive comes from, and what an organisation does about that. */

/** What an organisation makes of archives it has no reason to trust. */
export const POLICY_CHOICES = ['accept', 'warn', 'refuse'] as const;
export type PolicyChoice = (typeof POLICY_CHOICES)[number];

/** What a policy tells apart: nobody signed it; somebody unknown did, or with a key past its time; changed since; forged, or with a revoked key. */
export const POLICY_CASES = ['unsigned', 'foreign', 'changed', 'broken'] as const;
export type PolicyCase = (typeof POLICY_CASES)[number];
export type ProvenancePolicy = Readonly<Record<PolicyCase, PolicyChoice>>;

/** Of an organisation that never chose: people edit files and send them back, and most files come from somewhere else. */
export const DEFAULT_POLICY: ProvenancePolicy = {
  unsigned: 'accept',
  foreign: 'warn',
  changed: 'warn',
  broken: 'refuse',
};

/** A key belongs to another system of the chain, or to a device of one's own. */
export const PARTNER_KINDS = ['partner', 'device'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

export const PROOF_KINDS = ['definition', 'archive'] as const;

/**
 * Who vouches for an archive. `own`: this installation; `partner`: an enrolled key; `unknown`: a key nobody enrolled; `expired`,
 * `revoked`: an enrolled key that vouches for nothing any more; `forged`: the signature does not belong to what it is said to sign.
 */
export const SIGNERS = ['none', 'own', 'partner', 'unknown', 'expired', 'revoked', 'forged'] as const;
export type Signer = (typeof SIGNERS)[number];

/** What became of a file since it was signed. */
export const FILE_CHANGES = ['changed', 'removed', 'added'] as const;
export type FileChange = (typeof FILE_CHANGES)[number];

/** So many changed files are told one by one; the rest is counted. */
export const MOST_CHANGES_TOLD = 100;

export type Provenance = {
  signer: Signer;
  /** `name`: of the partner as it was enrolled; null for our own keys and those nobody enrolled. */
  key: { id: string; name: string | null } | null;
  /** What the signature says of who exported, when; null without one that holds. */
  exported: { by: string; organisation: string; application: string; at: string } | null;
  /** When the key stopped vouching, for one that is expired or revoked. */
  endedAt: string | null;
  /** Whether its files are those that were signed; null: not compared, or nothing is signed. */
  changed: boolean | null;
  /** What else of the archive is not as it was signed: `manifest.json`, `report.json`. */
  indexFiles: string[];
  /** Whether the list of files is the one that was signed, so that `changes` tells all there is to tell; null: not compared. */
  listed: boolean | null;
  changes: { file: string; change: FileChange; term: string | null }[];
  changeCount: number;
  /** The cases of the policy it falls under, with what was chosen for each. */
  policy: { case: PolicyCase; choice: PolicyChoice }[];
};

/** Which cases of the policy an archive falls under. */
export function casesOf({ signer, changed }: Pick<Provenance, 'signer' | 'changed'>): PolicyCase[] {
  if (signer === 'none') return ['unsigned'];
  if (signer === 'forged' || signer === 'revoked') return ['broken'];
  const foreign: PolicyCase[] = signer === 'unknown' || signer === 'expired' ? ['foreign'] : [];
  return changed ? [...foreign, 'changed'] : foreign;
}

/** The same with what the policy says of it. */
export function underPolicy(found: Omit<Provenance, 'policy'>, policy: ProvenancePolicy): Provenance {
  return { ...found, policy: casesOf(found).map((one) => ({ case: one, choice: policy[one] })) };
}

/** The strictest of what the policy says of an archive. */
export function verdictOf({ policy }: Pick<Provenance, 'policy'>): PolicyChoice {
  return POLICY_CHOICES.findLast((choice) => policy.some((one) => one.choice === choice)) ?? 'accept';
}
