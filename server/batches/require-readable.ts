import type { NewBatch } from '#contract/batches.ts';
import { findUpload } from '#db/queries/find-upload.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { requirePlaces } from '#server/uploads/require-places.ts';

/**
 * What imports are told of single files of their archives must be of files that are in there; `path` leads to the batch in the request.
 * @throws Problem `invalid_request`
 */
export async function requireReadable(
  services: Pick<Services, 'pool' | 'storage' | 'config'>,
  actor: Actor,
  { jobs }: Pick<NewBatch, 'jobs'>,
  path = '',
): Promise<void> {
  for (const [at, job] of jobs.entries()) {
    if (job.operation !== 'import' || !job.options.places) continue;
    const upload = await findUpload(services.pool, job.uploadId, actor);
    // Without one nothing is started either, which is said of the whole batch.
    if (upload) await requirePlaces(services, upload, job.options, `${path}jobs.${at}.options.`);
  }
}
