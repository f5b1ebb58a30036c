import type { JobAtWork } from './job-at-work.ts';

const MB = 1024 * 1024;
/** From this share of the budget on, chunks shrink; from the next on, one lane works alone. */
const SHRINK_FROM = 0.7;
const ONE_LANE_FROM = 0.85;

/** The memory this process has, as a share of its budget. Reading it costs microseconds. */
function pressure({ engine }: JobAtWork): number {
  return engine.memoryUsed() / (engine.config.limits.processorMemoryMb * MB);
}

/** Whether a lane may begin a chunk: when memory runs short only the first may, so that the job goes on all the same. */
export function mayUseLane(at: JobAtWork, lane: number): boolean {
  return lane === 0 || pressure(at) < ONE_LANE_FROM;
}

/** The largest chunk there is memory for: half of the present one while memory runs short, the full size otherwise. */
export function chunkCeiling(at: JobAtWork, current: number): number {
  return pressure(at) < SHRINK_FROM ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(current / 2));
}
