import type { RedactionFiles } from '#contract/redaction.ts';
import { listHeldFiles } from '#db/queries/redacted-traces.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { redactionJob } from './redaction-job.ts';

/** The files that still hold what a job is to redact. */
export async function readFiles(services: Services, actor: Actor, jobId: string): Promise<RedactionFiles> {
  await redactionJob(services, actor, jobId);
  const files = await listHeldFiles(services.pool, jobId, actor.clearance);
  return {
    items: files.map(({ id, table, fileName, size, expiresAt }) => ({
      id,
      kind: table === 'uploads' ? 'upload' : 'artifact',
      fileName,
      size,
      expiresAt: expiresAt.toISOString(),
    })),
  };
}
