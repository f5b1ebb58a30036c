/** The kinds of work a job can be. */
export const OPERATIONS = ['import', 'export'] as const;
export type OperationName = (typeof OPERATIONS)[number];
