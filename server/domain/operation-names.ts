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
  /** The steps a person sees it take, in order. */
  phases: readonly Phase[];
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
  import: { name: 'Import', phases: ['uploading', 'unpacking', ...PLANNED], undoable: true },
  export: { name: 'Export', phases: DIRECT, readsShared: true },
  validate: { name: 'Controle', phases: DIRECT },
  update: { name: 'Wijziging', phases: PLANNED, undoable: true },
  delete: { name: 'Verwijdering', phases: DIRECT, undoable: true },
  restore: { name: 'Terugzetting', phases: DIRECT, undoable: true, overDeleted: true },
  hold: { name: 'Bewaarplicht', phases: DIRECT },
  release: { name: 'Opheffing bewaarplicht', phases: DIRECT },
  share: { name: 'Delen', phases: DIRECT },
  query: { name: 'Opzoeking', phases: DIRECT, readsShared: true },
  redact: { name: 'Anonimisering', phases: PLANNED, needsApproval: true },
  enrol: { name: 'Aanmelding van sleutels', phases: PLANNED },
  proof_lock: { name: 'Bewijsvergrendeling', phases: DIRECT },
  verify_hashes: { name: 'Hashcontrole', phases: DIRECT },
  retain: { name: 'Bewaartermijn', phases: PLANNED, undoable: true },
  anonymise: { name: 'Namen wissen', phases: PLANNED, needsApproval: true },
  erase: { name: 'Definitieve verwijdering', phases: PLANNED, needsApproval: true, overDeleted: true },
};

export const NAME_OF = factOf('name');
export const PHASES_OF = factOf('phases');
export const UNDOABLE_OPERATIONS: readonly OperationName[] = OPERATIONS.filter((name) => FACTS_OF[name].undoable);
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
