import { type Monitoring, STEERING, type StuckJob, type Trouble, type WatchedJob } from '#contract/monitoring.ts';
import {
  countFailures,
  countUnfinished,
  type FailureRow,
  listJobsInHand,
  listStuckJobs,
  readQueueDepth,
  type WatchedJobRow,
} from '#db/queries/monitoring.ts';
import { listProcessors, type ProcessorRow } from '#db/queries/processors.ts';
import { type OwnedProgress, readProgressRows } from '#db/queries/read-progress.ts';
import { readLastVerified, readSealRow, type SealRow } from '#db/queries/read-seal.ts';
import { type Actor, mayDo } from '#domain/access.ts';
import type { Classification } from '#domain/definition.ts';
import { type JobEvent, nextStatus } from '#domain/job-status.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { cached } from './cached.ts';

/** Not kept: whoever steers a job wants to see it at once. Those who ask while it is read share the answer. */
const FRESH_MS = 0;
/** Failures of a day do not change by the second. */
const FAILURES_FRESH_MS = 10_000;
const FAILURE_HOURS = 24;
/** A job in a processor's hands that has been silent for so many seconds wants a look. */
const STUCK_AFTER_SECONDS = 30;
/** A processor that has been silent for so many seconds is not counted on. */
const ALIVE_WITHIN_SECONDS = 10;
/** How many jobs of a list are shown; the rest is counted. */
const MOST = 100;

/** What a person may ask for, by the arrows of the state table it takes. */
const ARROWS: Readonly<Record<(typeof STEERING)[number], readonly JobEvent[]>> = {
  pause: ['pause', 'pause_waiting'],
  resume: ['resume'],
  cancel: ['cancel'],
  cancel_and_roll_back: ['cancel_and_roll_back'],
};

/** What the answers share, whoever asks. */
type Seen = {
  at: Date;
  depth: Awaited<ReturnType<typeof readQueueDepth>>;
  byStatus: Awaited<ReturnType<typeof countUnfinished>>;
  processors: ProcessorRow[];
  running: Awaited<ReturnType<typeof listJobsInHand>>;
  stuck: Awaited<ReturnType<typeof listStuckJobs>>;
  progress: Map<string, OwnedProgress>;
  seal: SealRow;
  verified: Awaited<ReturnType<typeof readLastVerified>>;
};

/** Reads how the installation does, for administrators and auditors; each may steer only what they could steer elsewhere. */
export function createMonitoringReader(services: Services): (actor: Actor) => Promise<Monitoring> {
  const looks = perClearance((clearance) => cached(FRESH_MS, () => lookAround(services, clearance)));
  const failures = perClearance((clearance) =>
    cached(FAILURES_FRESH_MS, () => countFailures(services.pool, FAILURE_HOURS, clearance)),
  );
  return async (actor) => {
    await requireAction(services, actor, 'monitoring:read');
    return present(await looks[actor.clearance](), await failures[actor.clearance](), actor);
  };
}

/** People who may see the same share an answer. */
function perClearance<T>(of: (clearance: Classification) => T): Record<Classification, T> {
  return { openbaar: of('openbaar'), intern: of('intern'), vertrouwelijk: of('vertrouwelijk') };
}

/** One after the other: it must not take the connections that people's work needs. */
async function lookAround({ pool }: Services, clearance: Classification): Promise<Seen> {
  const { rows } = await pool.query<{ at: Date }>('SELECT clock_timestamp() AS at');
  const depth = await readQueueDepth(pool);
  const byStatus = await countUnfinished(pool);
  const processors = await listProcessors(pool);
  const running = await listJobsInHand(pool, MOST, clearance);
  const stuck = await listStuckJobs(pool, STUCK_AFTER_SECONDS, MOST, clearance);
  const ids = new Set([...running.jobs, ...stuck.jobs].map(({ id }) => id));
  const progress = await readProgressRows(pool, [...ids]);
  const seal = await readSealRow(pool);
  const verified = await readLastVerified(pool);
  return { at: rows[0]?.at ?? new Date(), depth, byStatus, processors, running, stuck, progress, seal, verified };
}

function present(seen: Seen, failures: readonly FailureRow[], actor: Actor): Monitoring {
  const { depth, running, stuck } = seen;
  const sum = (of: 'waiting' | 'admitted') => depth.reduce((total, one) => total + one[of], 0);
  const watch = (job: WatchedJobRow) => watched(job, seen, actor);
  return {
    at: seen.at.toISOString(),
    queue: {
      waiting: sum('waiting'),
      admitted: sum('admitted'),
      oldestSeconds: depth.length === 0 ? null : Math.max(...depth.map(({ oldestSeconds }) => oldestSeconds)),
      byPriority: depth.map(({ priority, waiting, admitted }) => ({ priority, waiting, admitted })),
      byStatus: seen.byStatus,
    },
    audit: {
      unsealed: seen.seal.unsealed,
      oldestUnsealedSeconds: seen.seal.oldestUnsealedSeconds,
      problem: seen.seal.problem,
      verifiedAt: seen.verified?.at.toISOString() ?? null,
      intact: seen.verified?.intact ?? null,
    },
    processors: seen.processors.map((row) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      heartbeatAt: row.heartbeatAt.toISOString(),
      alive: isAlive(row),
    })),
    running: { total: running.total, jobs: running.jobs.map(watch) },
    stuck: {
      total: stuck.total,
      jobs: stuck.jobs.map((job): StuckJob => ({ ...watch(job), troubles: troublesOf(job) })),
    },
    failures: failures.map((failure) => ({ ...failure, lastAt: failure.lastAt.toISOString() })),
  };
}

function isAlive({ silentSeconds }: ProcessorRow): boolean {
  return silentSeconds <= ALIVE_WITHIN_SECONDS;
}

function watched(job: WatchedJobRow, { processors, progress }: Seen, actor: Actor): WatchedJob {
  const { organisationId, taken, trips: _, problemCode, probeAt, ...rest } = job;
  const known = progress.get(job.id)?.progress;
  return {
    ...rest,
    total: known?.total ?? 0,
    processed: known?.processed ?? 0,
    percent: known?.percent ?? 0,
    throughput: known?.throughput ?? 0,
    etaSeconds: known?.etaSeconds ?? null,
    processorId: taken ? holderOf(job.id, processors) : null,
    problem: job.status === 'paused' ? problemCode : null,
    probeAt: probeAt?.toISOString() ?? null,
    steering: mayDo(actor, 'batch:control') && actor.organisationId === organisationId ? steeringOf(job) : [],
  };
}

/** Who said last that it has the job: a processor that is lost has said so too, but longer ago. */
function holderOf(jobId: string, processors: readonly ProcessorRow[]): string | null {
  const holders = processors.filter(({ load }) => load.jobs.includes(jobId));
  return holders.toSorted((a, b) => a.silentSeconds - b.silentSeconds)[0]?.id ?? null;
}

function steeringOf({ status }: WatchedJobRow): WatchedJob['steering'] {
  return STEERING.filter((wish) => ARROWS[wish].some((event) => nextStatus(status, event) !== null));
}

function troublesOf(job: WatchedJobRow): Trouble[] {
  const troubles: Trouble[] = [];
  if (job.status === 'paused') troubles.push('paused_itself');
  else if (job.silentSeconds >= STUCK_AFTER_SECONDS) troubles.push('silent');
  if (job.takeoversWithoutProgress > 0) troubles.push('losses');
  return troubles;
}
