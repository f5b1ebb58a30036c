import type { Phase } from './progress.ts';

/** The kinds of work a job can be. */
export const OPERATIONS = ['import', 'export', 'validate', 'update', 'delete', 'restore', 'query'] as const;
export type OperationName = (typeof OPERATIONS)[number];

/** What a job is called that nobody named; an import is called after its file. */
export const NAME_OF: Readonly<Record<OperationName, string>> = {
  import: 'Import',
  export: 'Export',
  validate: 'Controle',
  update: 'Wijziging',
  delete: 'Verwijdering',
  restore: 'Terugzetting',
  query: 'Opzoeking',
};

/** The kinds of work whose selection is over deleted definitions. */
export const OVER_DELETED: readonly OperationName[] = ['restore'];

/** The kinds of work that write definitions, and so can be taken back after they have ended. */
export const UNDOABLE_OPERATIONS: readonly OperationName[] = ['import', 'update', 'delete', 'restore'];

/** The steps a person sees each kind of job take, in order. */
export const PHASES_OF: Readonly<Record<OperationName, readonly Phase[]>> = {
  import: ['uploading', 'unpacking', 'checking', 'confirming', 'applying', 'finalizing', 'report'],
  export: ['applying', 'finalizing', 'report'],
  validate: ['applying', 'finalizing', 'report'],
  update: ['checking', 'confirming', 'applying', 'finalizing', 'report'],
  delete: ['applying', 'finalizing', 'report'],
  restore: ['applying', 'finalizing', 'report'],
  query: ['applying', 'finalizing', 'report'],
};
