/** A job that wants a processor and has none yet. */
export type WaitingJob = {
  id: string;
  batchId: string;
  organisationId: string;
  /** 0 to 9, higher first; decides within an organisation. */
  priority: number;
  /** How many jobs of its batch may be with processors at once. */
  maxConcurrent: number;
};

/** How many jobs are with processors already. */
export type Occupied = { batches: Map<string, number>; organisations: Map<string, number> };

/** A job that may go to a processor now. `rank`: how many of its organisation were before it; lower goes first. */
export type Admission = { id: string; priority: number; rank: number };

/** The priorities a batch or a job can have; higher goes first. */
export const MIN_PRIORITY = 0;
export const MAX_PRIORITY = 9;
export const DEFAULT_PRIORITY = 5;

/** How many jobs of one batch may be worked on at once. */
export const MIN_CONCURRENT = 1;
export const MAX_CONCURRENT = 8;
export const DEFAULT_CONCURRENT = 4;

/** How many jobs a batch may hold. */
export const MAX_JOBS_OF_BATCH = 100;

/**
 * Which waiting jobs may go to a processor. Organisations take turns, whoever has least at work first, so that none waits for the
 * whole backlog of another; within one, the highest priority and then the order of `waiting` decide. No batch gets more than its
 * `maxConcurrent`, no organisation more than `perOrganisation`.
 */
export function admit(waiting: readonly WaitingJob[], occupied: Occupied, perOrganisation: number): Admission[] {
  const lines = new Map<string, WaitingJob[]>();
  for (const job of waiting.toSorted((a, b) => b.priority - a.priority)) {
    const line = lines.get(job.organisationId);
    if (line) line.push(job);
    else lines.set(job.organisationId, [job]);
  }
  const batches = new Map(occupied.batches);
  const organisations = new Map(occupied.organisations);
  const admitted: Admission[] = [];
  while (lines.size > 0) {
    const organisationId = leastBusy(lines.keys(), organisations);
    const rank = organisations.get(organisationId) ?? 0;
    const job = rank < perOrganisation ? takeNext(lines.get(organisationId) ?? [], batches) : undefined;
    if (!job) {
      lines.delete(organisationId);
      continue;
    }
    organisations.set(organisationId, rank + 1);
    batches.set(job.batchId, (batches.get(job.batchId) ?? 0) + 1);
    admitted.push({ id: job.id, priority: job.priority, rank });
  }
  return admitted;
}

/** The first of a line whose batch has room, taken out of it. */
function takeNext(line: WaitingJob[], batches: ReadonlyMap<string, number>): WaitingJob | undefined {
  const index = line.findIndex(({ batchId, maxConcurrent }) => (batches.get(batchId) ?? 0) < maxConcurrent);
  return index < 0 ? undefined : line.splice(index, 1)[0];
}

function leastBusy(ids: Iterable<string>, active: ReadonlyMap<string, number>): string {
  let least: string | undefined;
  for (const id of ids) if (least === undefined || (active.get(id) ?? 0) < (active.get(least) ?? 0)) least = id;
  return least ?? '';
}
