import type { NewJob } from '#contract/batches.ts';
import type { Sql } from '#db/client.ts';
import { lockVisibleJobs } from '#db/queries/dependent-jobs.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { findCircle } from '#domain/job-dependencies.ts';
import { isFinal } from '#domain/job-status.ts';

/**
 * The ids of the jobs each new job waits for. A dependency is the number of a job in the same batch, or the id of one that is
 * under way in the same organisation. @throws Problem `foreign_dependency`, `finished_dependency`, `circular_dependencies`
 */
export async function resolveDependencies(
  sql: Sql,
  actor: Actor,
  jobs: readonly NewJob[],
  ids: readonly string[],
): Promise<string[][]> {
  const inBatch = jobs.map(({ dependsOn = [] }, job) =>
    dependsOn.filter((one) => typeof one === 'number').map((one) => (one < jobs.length ? one : refuse(job, one))),
  );
  const circle = findCircle(inBatch);
  if (circle) throw new Problem('circular_dependencies', { path: circle.map((job) => job + 1).join(' → ') });

  const outside = jobs.flatMap(({ dependsOn = [] }) => dependsOn.filter((one) => typeof one === 'string'));
  // Locked, so that none of them ends unnoticed before the new job waits for it.
  const found = await lockVisibleJobs(sql, outside, actor);
  return jobs.map(({ dependsOn = [] }, job) =>
    dependsOn.map((one) => {
      if (typeof one === 'number') return ids[one] as string;
      const status = found.get(one.toLowerCase()) ?? refuse(job, one);
      if (isFinal(status)) throw new Problem('finished_dependency', { job: job + 1, dependency: one });
      return one.toLowerCase();
    }),
  );
}

function refuse(job: number, dependency: number | string): never {
  const named = typeof dependency === 'number' ? dependency + 1 : dependency;
  throw new Problem('foreign_dependency', { job: job + 1, dependency: named });
}
