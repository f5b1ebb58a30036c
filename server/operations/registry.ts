import type { OperationName } from '#domain/operation-names.ts';
import { anonymiseOperation } from './anonymise/anonymise.ts';
import { deleteOperation } from './delete/delete.ts';
import { enrolOperation } from './enrol/enrol.ts';
import { eraseOperation } from './erase/erase.ts';
import { exportOperation } from './export/export.ts';
import { holdOperation } from './hold/hold.ts';
import { releaseOperation } from './hold/release.ts';
import { importOperation } from './import/import.ts';
import type { Operation } from './operation.ts';
import { proofLockOperation } from './proof-lock/proof-lock.ts';
import { queryOperation } from './query/query.ts';
import { redactOperation } from './redact/redact.ts';
import { restoreOperation } from './restore/restore.ts';
import { retainOperation } from './retain/retain.ts';
import { shareOperation } from './share/share.ts';
import { updateOperation } from './update/update.ts';
import { validateOperation } from './validate/validate.ts';
import { verifyHashesOperation } from './verify-hashes/verify-hashes.ts';

/** Every operation a job can be. A new one is a folder, its name in domain/operation-names.ts and a line here. */
export const OPERATION_OF: Readonly<Record<OperationName, Operation>> = {
  import: importOperation,
  export: exportOperation,
  validate: validateOperation,
  update: updateOperation,
  delete: deleteOperation,
  restore: restoreOperation,
  hold: holdOperation,
  release: releaseOperation,
  share: shareOperation,
  query: queryOperation,
  redact: redactOperation,
  enrol: enrolOperation,
  proof_lock: proofLockOperation,
  verify_hashes: verifyHashesOperation,
  retain: retainOperation,
  anonymise: anonymiseOperation,
  erase: eraseOperation,
};
