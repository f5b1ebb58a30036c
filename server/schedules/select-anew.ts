import type { ScheduledBatch } from '#contract/schedules.ts';

/** The batch with selections that are made anew at each start: without the moment its filter was looked at on the screen. */
export function selectAnew(batch: ScheduledBatch): ScheduledBatch {
  return { ...batch, jobs: batch.jobs.map(withoutMoment) };
}

function withoutMoment(job: ScheduledBatch['jobs'][number]): typeof job {
  if (!('selection' in job) || !('filter' in job.selection)) return job;
  const { asOf: _, ...selection } = job.selection;
  return { ...job, selection };
}
