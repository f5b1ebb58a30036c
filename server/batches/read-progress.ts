import { readProgressRow } from '#db/queries/read-progress.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Progress } from '#domain/progress.ts';
import type { Services } from '#server/services.ts';
import { visibleJob } from './visible-job.ts';

/** The snapshot a watcher begins with. */
export async function readProgress(services: Services, actor: Actor, jobId: string): Promise<Progress> {
  await visibleJob(services, actor, jobId);
  const owned = await readProgressRow(services.pool, jobId);
  if (!owned) throw new Problem('not_found');
  return owned.progress;
}
