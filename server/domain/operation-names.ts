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
