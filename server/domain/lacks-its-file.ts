import { type ArtifactKind, RESULT_KINDS } from './artifact-kinds.ts';
import type { JobStatus } from './job-status.ts';
import { MAKES_FILE, type OperationName } from './operation-names.ts';

type Ended = { operation: OperationName; status: JobStatus; artifacts: readonly { kind: ArtifactKind }[] };

/** Whether a job failed without the file it was for: then what its items came to is of no use to anybody, and all of it is done again. */
export function lacksItsFile({ operation, status, artifacts }: Ended): boolean {
  return (
    status === 'failed' && MAKES_FILE.includes(operation) && !artifacts.some(({ kind }) => RESULT_KINDS.includes(kind))
  );
}
