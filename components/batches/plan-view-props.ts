import type { Job } from '#contract/jobs.ts';

export type PlanViewProps = {
  job: Job;
  /** The decision was refused, such as when somebody else was first; said outside of this view, which then goes away. */
  onRefused: (error: unknown) => void;
};
