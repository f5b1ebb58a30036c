import { z } from 'zod';
import { JOB_EVENTS, JOB_STATUSES } from '#domain/job-status.ts';
import { OPERATIONS } from '#domain/operation-names.ts';
import { PHASES } from '#domain/progress.ts';
import { pageOf, pagingQuery } from './paging.ts';

/** Beyond so many chunks an answer holds groups of consecutive ones. */
export const MAX_SINGLE_CHUNKS = 2_000;

/** What somebody who looks after a job may do with it now; the calls are those of a job. */
export const STEERING = ['pause', 'resume', 'cancel', 'cancel_and_roll_back'] as const;

/** Why a job wants a look. `silent`: in a processor's hands and without a sign of life; `losses`: processors were lost with it; `paused_itself`: it waits for a probe. */
export const TROUBLES = ['silent', 'losses', 'paused_itself'] as const;
export type Trouble = (typeof TROUBLES)[number];

const whole = z.number().int();

/** A job as whoever looks after the installation sees it. */
export const watchedJobSchema = z.object({
  id: z.string(),
  batchId: z.string(),
  name: z.string(),
  operation: z.enum(OPERATIONS),
  organisation: z.string(),
  status: z.enum(JOB_STATUSES),
  phase: z.enum(PHASES),
  priority: whole,
  total: whole,
  processed: whole,
  percent: whole,
  /** Items per second over the last 10 s. */
  throughput: z.number(),
  etaSeconds: z.number().nullable(),
  /** Since its last committed change. */
  silentSeconds: z.number(),
  attempt: whole,
  /** How often in its life a processor was lost with it, and how often since its last progress. */
  takeovers: whole,
  takeoversWithoutProgress: whole,
  /** The processor that says it has the job; null when none does. */
  processorId: z.string().nullable(),
  /** Why it paused itself. */
  problem: z.string().nullable(),
  probeAt: z.string().nullable(),
  steering: z.array(z.enum(STEERING)),
});
export type WatchedJob = z.infer<typeof watchedJobSchema>;

export const stuckJobSchema = watchedJobSchema.extend({ troubles: z.array(z.enum(TROUBLES)) });
export type StuckJob = z.infer<typeof stuckJobSchema>;

export const processorSchema = z.object({
  id: z.string(),
  host: z.string(),
  pid: whole,
  version: z.string(),
  startedAt: z.string(),
  heartbeatAt: z.string(),
  silentSeconds: z.number(),
  /** False: no word for ten seconds. */
  alive: z.boolean(),
  load: z.object({
    /** Bytes. */
    rss: z.number(),
    eventLoopLagMs: z.number(),
    pool: z.object({ total: whole, idle: whole, waiting: whole }),
    /** Ids. */
    jobs: z.array(z.string()),
  }),
});
export type ProcessorView = z.infer<typeof processorSchema>;

/** How an installation does, as its database knows it; failures may be ten seconds old. */
export const monitoringSchema = z.object({
  at: z.string(),
  queue: z.object({
    /** Jobs that wait for their turn, and jobs that were let through and wait for a processor. */
    waiting: whole,
    admitted: whole,
    /** Of the one that waits longest; null when none does. */
    oldestSeconds: z.number().nullable(),
    /** Highest first; priorities nobody waits with are left out. */
    byPriority: z.array(z.object({ priority: whole, waiting: whole, admitted: whole })),
    /** Every job that has not ended, by state. */
    byStatus: z.partialRecord(z.enum(JOB_STATUSES), whole),
  }),
  /** Whether the audit trail is sealed, and what the last verification said of it. */
  audit: z.object({
    unsealed: whole,
    oldestUnsealedSeconds: z.number().nullable(),
    problem: z.string().nullable(),
    verifiedAt: z.string().nullable(),
    intact: z.boolean().nullable(),
  }),
  processors: z.array(processorSchema),
  running: z.object({ total: whole, jobs: z.array(watchedJobSchema) }),
  stuck: z.object({ total: whole, jobs: z.array(stuckJobSchema) }),
  /** Of the last 24 hours, most frequent first. `item`: items that failed; `job`: jobs that ended or paused for it. */
  failures: z.array(
    z.object({ scope: z.enum(['item', 'job']), code: z.string(), count: whole, jobs: whole, lastAt: z.string() }),
  ),
});
export type Monitoring = z.infer<typeof monitoringSchema>;

export const chunksQuerySchema = z.object({
  /** Chunk numbers, both inclusive; for a look into a group. */
  from: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  until: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
});

/** One chunk that is done, or `chunks` consecutive ones. */
export const chunkSpanSchema = z.object({
  /** The numbers of its first and last chunk; equal when it is one chunk. */
  number: whole,
  lastNumber: whole,
  chunks: whole,
  items: whole,
  startedAt: z.string(),
  finishedAt: z.string(),
  /** Of the last attempt; of a group the median. */
  durationMs: z.number(),
  /** The same for one chunk. */
  longestMs: z.number(),
  /** Of a group the most. */
  attempts: whole,
  /** How many of its chunks needed more than one attempt. */
  retried: whole,
  /** What the attempt before the last one failed of; of a group the most frequent. */
  error: z.string().nullable(),
  /** How many of its chunks were taken back. */
  undone: whole,
});
export type ChunkSpan = z.infer<typeof chunkSpanSchema>;

/** The chunks of a job that are done, in their order; what is open has no times yet. */
export const chunksSchema = z.object({
  total: whole,
  done: whole,
  /** How many chunks each span stands for at most; 1: every chunk by itself. */
  groupSize: whole,
  spans: z.array(chunkSpanSchema),
});
export type Chunks = z.infer<typeof chunksSchema>;

export const transitionsQuerySchema = z.object(pagingQuery);

/** One change of a job's state, from the audit trail. */
export const transitionSchema = z.object({
  id: z.string(),
  at: z.string(),
  event: z.enum([...JOB_EVENTS, 'created']),
  /** Null for its creation. */
  from: z.enum(JOB_STATUSES).nullable(),
  to: z.enum(JOB_STATUSES),
  /** Null: the product itself. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
  /** The code of what made it end or pause. */
  problem: z.string().nullable(),
});
export type Transition = z.infer<typeof transitionSchema>;
export const transitionPageSchema = pageOf(transitionSchema);
export type TransitionPage = z.infer<typeof transitionPageSchema>;
