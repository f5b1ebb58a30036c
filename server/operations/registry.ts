import type { OperationName } from '#domain/operation-names.ts';
import { exportOperation } from './export/export.ts';
import { importOperation } from './import/import.ts';
import type { Operation } from './operation.ts';

const coming: Operation = {
  apply: () => Promise.reject(new Error('This operation is being built')),
  undo: () => Promise.resolve({ rolledBack: 0, rollbackConflict: 0 }),
  finish: () => Promise.resolve(),
  discard: () => Promise.resolve(),
};

/** Every operation a job can be. A new one is a folder, its name in domain/operation-names.ts and a line here. */
export const OPERATION_OF: Readonly<Record<OperationName, Operation>> = {
  import: importOperation,
  export: exportOperation,
  validate: coming,
  update: coming,
  delete: coming,
  restore: coming,
  query: coming,
};
