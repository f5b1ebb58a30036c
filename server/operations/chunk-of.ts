import type { ApplyChunk } from '#db/queries/apply-definitions.ts';
import type { Work, WorkRange } from './operation.ts';

/** A chunk as the queries that write definitions want it; the reason kept with each version is the job's, or else its name. */
export function chunkOf({ job, author }: Work, { first, last }: WorkRange): ApplyChunk {
  const { reason = job.name, overrideReason = null } = job.options as { reason?: string; overrideReason?: string };
  return { jobId: job.id, organisationId: job.organisationId, author, first, last, reason, overrideReason };
}
