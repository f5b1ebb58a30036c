import type { Classification } from './definition.ts';

/** Who may do what. Checked in every use case, on the server; the UI only hides what would be refused. */

export const ROLES = ['viewer', 'editor', 'lead', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** How a person can sign in: here, by password (and second factor), or elsewhere, with the organisation's own provider. */
export const SIGN_IN_METHODS = ['password', 'oidc'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Everything a person can be allowed to do, named resource:verb. */
export const ACTIONS = [
  'definition:read',
  'definition:edit',
  'definition:review',
  'definition:decide',
  'definition:redact',
  'definition:hold',
  'definition:share',
  'definition:declassify',
  'definition:import',
  'definition:export',
  'definition:delete',
  'definition:anonymise',
  'definition:erase',
  'batch:read',
  'batch:start',
  'batch:control',
  'schedule:manage',
  'rules:manage',
  'redaction:manage',
  'approval:decide',
  'approval:manage',
  'retention:manage',
  'upload:create',
  'artifact:download',
  'audit:read',
  'audit:verify',
  'audit:personal',
  'monitoring:read',
  'webhook:manage',
  'provenance:manage',
  'proof:lock',
  'person:read',
  'person:clear',
  'person:secure',
] as const;
export type Action = (typeof ACTIONS)[number];

const GRANTS: Readonly<Record<Action, readonly Role[]>> = {
  'definition:read': ['viewer', 'editor', 'lead', 'auditor', 'admin'],
  'definition:edit': ['editor', 'lead', 'admin'],
  /** Answering what no rule can decide; also of a definition that is established. */
  'definition:review': ['editor', 'lead', 'admin'],
  /** Establishing a definition, and archiving it. */
  'definition:decide': ['lead', 'admin'],
  /** Replacing text for good; another has to approve. */
  'definition:redact': ['lead', 'admin'],
  /** Putting a legal hold on definitions, and lifting it. */
  'definition:hold': ['lead', 'admin'],
  /** Letting other organisations read definitions, and ending that. */
  'definition:share': ['lead', 'admin'],
  /** Lowering a classification; raising one is editing. */
  'definition:declassify': ['lead', 'admin'],
  /** Bringing definitions in from files, and taking them out in files. */
  'definition:import': ['lead', 'admin'],
  'definition:export': ['lead', 'admin'],
  /** Deleting definitions so that they can be put back, and putting them back. */
  'definition:delete': ['lead', 'admin'],
  /** Wiping the names of people off definitions for good; another has to approve. */
  'definition:anonymise': ['lead', 'admin'],
  /** Deleting for good what was deleted before; another has to approve. */
  'definition:erase': ['lead', 'admin'],
  'batch:read': ['viewer', 'editor', 'lead', 'auditor', 'admin'],
  'batch:start': ['lead', 'admin'],
  'batch:control': ['lead', 'admin'],
  /** Who may read batches sees schedules too. */
  'schedule:manage': ['lead', 'admin'],
  /** Who may read definitions sees by which rules they are checked. */
  'rules:manage': ['lead', 'admin'],
  /** An organisation’s own terms to redact; who may read definitions sees them. */
  'redaction:manage': ['admin'],
  /** Saying yes or no to what somebody else has prepared. */
  'approval:decide': ['lead', 'admin'],
  /** What needs an approval in an organisation; who may read batches sees it. */
  'approval:manage': ['admin'],
  /** What is kept how long; who may read batches sees it. */
  'retention:manage': ['lead', 'admin'],
  'upload:create': ['lead', 'admin'],
  'artifact:download': ['lead', 'auditor', 'admin'],
  'audit:read': ['auditor', 'admin'],
  /** Starting and stopping a verification of the audit trail. */
  'audit:verify': ['auditor', 'admin'],
  /** An export of the audit trail that tells who people are: names, addresses, where they came from. */
  'audit:personal': ['auditor'],
  'monitoring:read': ['auditor', 'admin'],
  /** Seeing them too: where an organisation sends things, and what was answered, is not for everybody. */
  'webhook:manage': ['lead', 'admin'],
  /** Whose signatures are trusted, and what becomes of archives nobody vouches for; who may read batches sees it. */
  'provenance:manage': ['admin'],
  /** Sealing what definitions and archives are. */
  'proof:lock': ['lead', 'admin'],
  /** Seeing who there is and what each may see; somebody's own is on every page. */
  'person:read': ['auditor', 'admin'],
  /** Saying how highly classified the things are that a person may see. */
  'person:clear': ['admin'],
  /** Seeing and ending the sessions and API keys of others, and taking a lost second factor away; in one’s own organisation. */
  'person:secure': ['admin'],
};

/** Roles that look across organisations: the auditor reads everything, the administrator keeps people and policies. */
const CHAIN_WIDE: readonly Role[] = ['auditor', 'admin'];

/** The signed-in person as every use case knows them. */
export type Actor = {
  id: string;
  name: string;
  role: Role;
  organisationId: string;
  /** The highest classification this person may see. */
  clearance: Classification;
  /** Where a program acts with an API key of this person: the key, and what it may do at most. */
  keyId?: string;
  scopes?: readonly Action[];
  /** How this person's requests are recognised in the audit trail. */
  origin: { ip: string | null; userAgent: string | null; correlationId: string };
};

/** A role, or somebody who has one and may be limited to less: who comes with an API key. */
type Grantee = Role | Pick<Actor, 'role' | 'scopes'>;

export function mayDo(who: Grantee, action: Action): boolean {
  const { role, scopes } = typeof who === 'string' ? { role: who, scopes: undefined } : who;
  return GRANTS[action].includes(role) && (scopes?.includes(action) ?? true);
}

export function actionsOf(who: Grantee): Action[] {
  return ACTIONS.filter((action) => mayDo(who, action));
}

/**
 * The organisation whose rows this person sees; null is every organisation. Reading may be chain-wide, changing never is:
 * an administrator starts batches in their own organisation only.
 */
export function readScope(actor: Pick<Actor, 'role' | 'organisationId'>): string | null {
  return CHAIN_WIDE.includes(actor.role) ? null : actor.organisationId;
}

/** Whether this person sees the inside of what belongs to an organisation, not only what it shares with others. */
export function isOfOwn(actor: Pick<Actor, 'role' | 'organisationId'>, organisationId: string): boolean {
  const scope = readScope(actor);
  return scope === null || scope === organisationId;
}
