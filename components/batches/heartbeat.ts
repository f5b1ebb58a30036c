import type { JobStatus } from '#domain/job-status.ts';
import { WORKING_STATUSES } from '#domain/job-status.ts';

/** `waiting`: no sign of life for a while; `stalled`: for so long that something is wrong. */
export type Heartbeat = 'alive' | 'waiting' | 'stalled';

const WAITING_AFTER_MS = 10_000;
const STALLED_AFTER_MS = 30_000;

/**
 * How a working job does, by the milliseconds since its last sign of life. A queued job is only ever waiting: others may
 * rightly be before it. One that is not `admitted` waits for its turn, so that no sign of life is to be expected of it.
 */
export function heartbeatOf(status: JobStatus, silentMs: number, admitted = true): Heartbeat {
  if (!WORKING_STATUSES.includes(status) || !admitted || silentMs < WAITING_AFTER_MS) return 'alive';
  return silentMs < STALLED_AFTER_MS || status === 'queued' ? 'waiting' : 'stalled';
}
