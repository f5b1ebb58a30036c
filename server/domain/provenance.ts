/** Where an archive comes from, and what an organisation does about that. */

/** What an organisation makes of archives it has no reason to trust. */
export const POLICY_CHOICES = ['accept', 'warn', 'refuse'] as const;
type PolicyChoice = (typeof POLICY_CHOICES)[number];

/** What a policy tells apart: nobody signed it; somebody unknown did, or with a key past its time; changed since; forged, or with a revoked key. */
const POLICY_CASES = ['unsigned', 'foreign', 'changed', 'broken'] as const;
type PolicyCase = (typeof POLICY_CASES)[number];

/** A key belongs to another system of the chain, or to a device of one's own. */
export const PARTNER_KINDS = ['partner', 'device'] as const;

export const PROOF_KINDS = ['definition', 'archive'] as const;

/**
 * Who vouches for an archive. `own`: this installation; `partner`: an enrolled key; `unknown`: a key nobody enrolled; `expired`,
 * `revoked`: an enrolled key that vouches for nothing any more; `forged`: the signature does not belong to what it is said to sign.
 */
const SIGNERS = ['none', 'own', 'partner', 'unknown', 'expired', 'revoked', 'forged'] as const;
type Signer = (typeof SIGNERS)[number];

/** What became of a file since it was signed. */
const FILE_CHANGES = ['changed', 'removed', 'added'] as const;
type FileChange = (typeof FILE_CHANGES)[number];

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
  changes: { file: string; change: FileChange; term: string | null }[];
  changeCount: number;
  /** The cases of the policy it falls under, with what was chosen for each. */
  policy: { case: PolicyCase; choice: PolicyChoice }[];
};
