import type { ScheduledBatch } from '#contract/schedules.ts';
import type { Sql } from '#db/client.ts';
import { findUpload } from '#db/queries/find-upload.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { resolveDependencies } from '#server/batches/resolve-dependencies.ts';
import { requireMappings } from '#server/column-mappings/settle-mappings.ts';

/**
 * Refuses what could not start at any of its moments: jobs that wait for each other or for jobs elsewhere, which will have ended,
 * and uploads that are not there. What a selection holds may differ each time, and is looked at then.
 * @throws Problem `circular_dependencies`, `foreign_dependency`, `foreign_upload`, `mapping_not_there`
 */
export async function checkScheduledBatch(sql: Sql, actor: Actor, { jobs }: ScheduledBatch): Promise<void> {
  for (const [place, { dependsOn = [] }] of jobs.entries()) {
    const elsewhere = dependsOn.find((one) => typeof one === 'string');
    if (elsewhere) throw new Problem('foreign_dependency', { job: place + 1, dependency: elsewhere });
  }
  await resolveDependencies(
    sql,
    actor,
    jobs,
    jobs.map((_, place) => String(place)),
  );
  for (const job of jobs) {
    if (!('uploadId' in job)) continue;
    if (!(await findUpload(sql, job.uploadId, actor))) throw new Problem('foreign_upload');
    await requireMappings(sql, actor, job.options);
  }
}
