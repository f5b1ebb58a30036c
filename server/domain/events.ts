import type { JobEvent } from './job-status.ts';

/** Who is told of an event inside the product. `starter`: whoever started the batch, and whoever takes back what it did. */
export type Audience = 'starter' | 'starter_and_leads' | 'leads';

type Facts = {
  /** What its `data` holds, beside `organisation` and the `url` of the page about it. */
  carries: readonly ('batch' | 'jobs' | 'job' | 'artifact' | 'startedBy' | 'webhook')[];
  audience: Audience;
  /** What somebody gets who has not chosen anything. */
  inbox: boolean;
  email: boolean;
  /** False: about the telling itself, which no webhook can be subscribed to. */
  webhooks: boolean;
};

const OF_BATCH = ['batch', 'jobs', 'startedBy'] as const;
const OF_JOB = ['batch', 'job', 'startedBy'] as const;
const OF_ARTIFACT = ['batch', 'job', 'artifact', 'startedBy'] as const;

const quiet = { audience: 'starter', inbox: false, email: false, webhooks: true } as const;
const told = { ...quiet, inbox: true } as const;
const urgent = { ...told, email: true } as const;
const trouble = { ...urgent, audience: 'starter_and_leads' } as const;

/**
 * Everything the product tells of, one row per event: what it carries, who hears of it inside, and by what. Counts, names of batches,
 * jobs and files travel; nothing of a definition does, and of people only their ids.
 */
const FACTS_OF = {
  /** Somebody, or a schedule, started a batch; `jobs` as they stand at its beginning. */
  'batch.created': { ...quiet, carries: OF_BATCH },
  /** The last of its jobs has ended; again when a job of it that was taken back has ended. */
  'batch.finished': { ...told, carries: OF_BATCH },
  /** A processor began with it, or goes on after a pause. */
  'job.started': { ...quiet, carries: OF_JOB },
  /** Its plan waits for a yes or a no. */
  'job.awaiting_confirmation': { ...urgent, carries: OF_JOB },
  'job.paused': { ...quiet, carries: OF_JOB },
  /** Chunk after chunk met the same disturbance; it is tried again by itself. */
  'job.paused_itself': { ...trouble, carries: OF_JOB },
  'job.resumed': { ...quiet, carries: OF_JOB },
  'job.completed': { ...told, carries: OF_JOB },
  'job.completed_with_errors': { ...told, carries: OF_JOB },
  'job.failed': { ...trouble, carries: OF_JOB },
  /** Stopped, refused in its plan, or skipped since one that goes before it failed. */
  'job.cancelled': { ...told, carries: OF_JOB },
  /** Nobody decided over its plan in time. */
  'job.expired': { ...urgent, carries: OF_JOB },
  'job.rolled_back': { ...told, carries: OF_JOB },
  'job.rollback_failed': { ...trouble, carries: OF_JOB },
  /** Somebody has prepared what goes on only with somebody else's yes; answered by one of the three below, unless it is withdrawn. */
  'approval.requested': { ...urgent, audience: 'leads', carries: OF_JOB },
  'approval.approved': { ...told, carries: OF_JOB },
  'approval.refused': { ...urgent, carries: OF_JOB },
  /** Nobody decided in time. */
  'approval.expired': { ...urgent, carries: OF_JOB },
  /** A file is there to be downloaded. */
  'artifact.created': { ...quiet, carries: OF_ARTIFACT },
  /** A file has passed its date and is gone. */
  'artifact.expired': { ...quiet, carries: OF_ARTIFACT },
  /** A webhook was turned off: its receiver failed for too long, or said that it is gone. */
  'webhook.disabled': { audience: 'leads', inbox: true, email: true, webhooks: false, carries: ['webhook'] },
} as const satisfies Record<string, Facts>;

export type EventType = keyof typeof FACTS_OF;
export const EVENT_TYPES = Object.keys(FACTS_OF) as [EventType, ...EventType[]];
export const EVENT_FACTS: Readonly<Record<EventType, Facts>> = FACTS_OF;

/** Sent to one webhook when a person tries it; told to nobody else. */
export const TEST_EVENT = 'webhook.test';
/** What a webhook can be subscribed to. */
export const WEBHOOK_EVENTS: readonly EventType[] = EVENT_TYPES.filter((type) => FACTS_OF[type].webhooks);

/** Which arrows of a job's life are told, as what; the others are steps on the way. */
const OF_ARROW: Readonly<Partial<Record<JobEvent, EventType>>> = {
  claim_with_check: 'job.started',
  claim_without_check: 'job.started',
  plan_ready: 'job.awaiting_confirmation',
  plan_refused: 'job.failed',
  reject: 'job.cancelled',
  expire: 'job.expired',
  stopped_by_errors: 'job.failed',
  dependency_failed: 'job.failed',
  give_up: 'job.failed',
  skip: 'job.cancelled',
  cancelled: 'job.cancelled',
  complete: 'job.completed',
  complete_with_errors: 'job.completed_with_errors',
  pause_waiting: 'job.paused',
  paused: 'job.paused',
  trip: 'job.paused_itself',
  resume: 'job.resumed',
  rolled_back: 'job.rolled_back',
  roll_back_failed: 'job.rollback_failed',
};

/** The event that taking this arrow is; null when nobody is told. */
export function eventOfArrow(arrow: JobEvent): EventType | null {
  return OF_ARROW[arrow] ?? null;
}

/**
 * Whether people are told of an event by itself: of a batch of one job its job tells, and that one of several jobs went well is told
 * with the batch.
 */
export function isToldToPeople(type: EventType, jobsInBatch: number): boolean {
  if (type === 'batch.finished') return jobsInBatch > 1;
  if (type === 'job.completed') return jobsInBatch === 1;
  return true;
}
