import type { Action } from './access.ts';
import type { Phase } from './progress.ts';

/** The kinds of work a job can be. */
export const OPERATIONS = [
  'import',
  'export',
  'validate',
  'update',
  'delete',
  'restore',
  'hold',
  'release',
  'share',
  'query',
  'redact',
  'enrol',
  'proof_lock',
  'verify_hashes',
  'retain',
  'anonymise',
  'erase',
] as const;
export type OperationName = (typeof OPERATIONS)[number];

type Facts = {
  /** What a job is called that nobody named; an import is called after its file. */
  name: string;
  /** What somebody must be allowed to do to start it, besides starting batches at all. */
  start: Action;
  /** What somebody must be allowed to do to see its jobs; lists of batches ask for `batch:read` as it is. */
  see: Action;
  /** The steps a person sees it take, in order. */
  phases: readonly Phase[];
  /** It is started for the file it makes, and leaves nothing else. */
  makesFile?: true;
  /** It writes definitions, and so can be taken back after it has ended. */
  undoable?: true;
  /** Its selection is over deleted definitions. */
  overDeleted?: true;
  /** What other organisations share may be in its selection too: it only reads. */
  readsShared?: true;
  /** Somebody else than who started it has to say yes to its plan, whatever an organisation says of approvals. */
  needsApproval?: true;
};

const DIRECT: readonly Phase[] = ['applying', 'finalizing', 'report'];
const PLANNED: readonly Phase[] = ['checking', 'confirming', ...DIRECT];

/** All that the rest of the product knows of an operation; what it does is in its folder in server/operations. */
const FACTS_OF: Readonly<Record<OperationName, Facts>> = {
  import: {
    name: 'Import',
    start: 'definition:import',
    see: 'batch:read',
    phases: ['uploading', 'unpacking', 'checking', 'comparing', 'confirming', ...DIRECT],
    undoable: true,
  },
  export: {
    name: 'Export',
    start: 'definition:export',
    see: 'batch:read',
    phases: DIRECT,
    makesFile: true,
    readsShared: true,
  },
  validate: { name: 'Controle', start: 'definition:read', see: 'batch:read', phases: DIRECT },
  update: { name: 'Wijziging', start: 'definition:edit', see: 'batch:read', phases: PLANNED, undoable: true },
  delete: { name: 'Verwijdering', start: 'definition:delete', see: 'batch:read', phases: DIRECT, undoable: true },
  restore: {
    name: 'Terugzetting',
    start: 'definition:delete',
    see: 'batch:read',
    phases: DIRECT,
    undoable: true,
    overDeleted: true,
  },
  hold: { name: 'Bewaarplicht', start: 'definition:hold', see: 'batch:read', phases: DIRECT },
  release: { name: 'Opheffing bewaarplicht', start: 'definition:hold', see: 'batch:read', phases: DIRECT },
  share: { name: 'Delen', start: 'definition:share', see: 'batch:read', phases: DIRECT },
  query: {
    name: 'Opzoeking',
    start: 'definition:read',
    see: 'batch:read',
    phases: DIRECT,
    makesFile: true,
    readsShared: true,
  },
  redact: {
    name: 'Anonimisering',
    start: 'definition:redact',
    see: 'batch:read',
    phases: PLANNED,
    needsApproval: true,
  },
  enrol: { name: 'Aanmelding van sleutels', start: 'provenance:manage', see: 'batch:read', phases: PLANNED },
  proof_lock: { name: 'Bewijsvergrendeling', start: 'proof:lock', see: 'batch:read', phases: DIRECT },
  verify_hashes: { name: 'Hashcontrole', start: 'definition:read', see: 'batch:read', phases: DIRECT },
  retain: { name: 'Bewaartermijn', start: 'retention:manage', see: 'batch:read', phases: PLANNED, undoable: true },
  anonymise: {
    name: 'Namen wissen',
    start: 'definition:anonymise',
    see: 'batch:read',
    phases: PLANNED,
    needsApproval: true,
  },
  erase: {
    name: 'Definitieve verwijdering',
    start: 'definition:erase',
    see: 'batch:read',
    phases: PLANNED,
    needsApproval: true,
    overDeleted: true,
  },
};

export const NAME_OF = factOf('name');
export const START_OF = factOf('start');
export const SEE_OF = factOf('see');
export const PHASES_OF = factOf('phases');
export const UNDOABLE_OPERATIONS: readonly OperationName[] = OPERATIONS.filter((name) => FACTS_OF[name].undoable);
export const MAKES_FILE: readonly OperationName[] = OPERATIONS.filter((name) => FACTS_OF[name].makesFile);
export const NEEDS_APPROVAL: readonly OperationName[] = OPERATIONS.filter((name) => FACTS_OF[name].needsApproval);
export const READS_SHARED: readonly OperationName[] = OPERATIONS.filter((name) => FACTS_OF[name].readsShared);
export const OVER_DELETED: readonly OperationName[] = OPERATIONS.filter((name) => FACTS_OF[name].overDeleted);

/** The steps of a job: whatever waits for somebody's yes is looked at first, also when its operation would not. */
export function phasesOf(operation: OperationName, needsApproval: boolean): readonly Phase[] {
  const phases = PHASES_OF[operation];
  return needsApproval && !phases.includes('confirming') ? PLANNED : phases;
}

function factOf<Name extends keyof Facts>(fact: Name): Readonly<Record<OperationName, Facts[Name]>> {
  const entries = OPERATIONS.map((operation) => [operation, FACTS_OF[operation][fact]] as const);
  return Object.fromEntries(entries) as Record<OperationName, Facts[Name]>;
}
