import { queryString } from '#components/api/client.ts';

export type BatchTab = 'overview' | 'plan' | 'items' | 'timeline' | 'events' | 'files';

export type ItemFilterLink = {
  status?: string;
  decision?: string;
  verdict?: string;
  rule?: string;
  severity?: string;
  minScore?: number;
  maxScore?: number;
  failsIn?: string;
};

type JobInBatch = { id: string; batchId: string };

/** The page of a batch: its one job, or the list of its jobs. */
export function batchLink(batchId: string): string {
  return `/batches/${batchId}`;
}

/** One job on the page of its batch, on one of its tabs. */
export function jobLink(job: JobInBatch, tab?: BatchTab): string {
  return `/batches/${job.batchId}${queryString({ job: job.id, tab })}`;
}

/** The items of a job that match. */
export function itemsLink(job: JobInBatch, filter: ItemFilterLink = {}): string {
  return `/batches/${job.batchId}${queryString({ job: job.id, tab: 'items', ...filter })}`;
}
