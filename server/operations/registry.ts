import type { OperationName } from '#domain/operation-names.ts';
import { exportOperation } from './export/export.ts';
import { importOperation } from './import/import.ts';
import type { Operation } from './operation.ts';

/** Every operation a job can be. A new one is a folder, its name in domain/operation-names.ts and a line here. */
export const OPERATION_OF: Readonly<Record<OperationName, Operation>> = {
  import: importOperation,
  export: exportOperation,
};
