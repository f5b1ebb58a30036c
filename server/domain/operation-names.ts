import type { Phase } from './progress.ts';

/** The kinds of work a job can be. */
export const OPERATIONS = ['import', 'export'] as const;
export type OperationName = (typeof OPERATIONS)[number];

/** The steps a person sees each kind of job take, in order. */
export const PHASES_OF: Readonly<Record<OperationName, readonly Phase[]>> = {
  import: ['uploading', 'unpacking', 'checking', 'confirming', 'applying', 'finalizing', 'report'],
  export: ['applying', 'finalizing', 'report'],
};
