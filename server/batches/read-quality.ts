import type { Quality } from '#contract/quality.ts';
import { countJobQuality } from '#db/queries/count-quality.ts';
import type { Actor } from '#domain/access.ts';
import { qualityOf } from '#domain/quality.ts';
import type { Services } from '#server/services.ts';
import { visibleJob } from './visible-job.ts';

/** How good the items of a job are, as far as they were checked; also while a plan waits for its confirmation. */
export async function readQuality(services: Services, actor: Actor, jobId: string): Promise<Quality> {
  const job = await visibleJob(services, actor, jobId);
  return qualityOf(await countJobQuality(services.pool, job.id), job.operation);
}
