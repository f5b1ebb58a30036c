import type { Sql } from '#db/client.ts';

/** One claim of a queued job: the processor that holds the newest fence may commit, every other is a zombie. */
export type Claim = { jobId: string; fence: string; attempt: number; signal: AbortSignal };

/** How jobs reach processors. Enqueueing is part of the caller's transaction, so a job is never queued without its rows. */
export interface Queue {
  enqueue(sql: Sql, jobId: string, priority: number): Promise<void>;
  /** Changes the priority of a job that no processor has taken yet. */
  reprioritise(sql: Sql, jobId: string, priority: number): Promise<void>;
  /** Whether a job is queued or taken; one that is at work but not here was lost by the queue. */
  holds(jobId: string): Promise<boolean>;
  /** Takes jobs one by one, `lanes` at once; a handler that throws has its job offered again. */
  work(lanes: number, handler: (claim: Claim) => Promise<void>): Promise<void>;
  /** Stops taking jobs and waits for the handlers at work. */
  stop(): Promise<void>;
}
