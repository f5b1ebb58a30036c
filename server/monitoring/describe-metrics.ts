import type { OutcomeTotals } from '#db/queries/job-totals.ts';
import type { WaitingAtPriority } from '#db/queries/monitoring.ts';
import type { ProcessorRow } from '#db/queries/processors.ts';
import type { SealRow } from '#db/queries/read-seal.ts';
import { MAX_PRIORITY, MIN_PRIORITY } from '#domain/admission.ts';
import type { JobStatus } from '#domain/job-status.ts';
import type { ProcessLoad } from '#server/process-load.ts';
import { histogramSamples, type Metric, type Sample } from './metrics-text.ts';
import { CHUNK_BOUNDS, type Tallies } from './tally-jobs.ts';

/** A processor that has been silent for longer is not counted on, nor is what it said of its load. */
const FRESH_SECONDS = 10;
const PRIORITIES = Array.from({ length: MAX_PRIORITY - MIN_PRIORITY + 1 }, (_, index) => MIN_PRIORITY + index);

const OUTCOMES: readonly (readonly [outcome: string, of: Exclude<keyof OutcomeTotals, 'operation'>])[] = [
  ['succeeded', 'succeeded'],
  ['unchanged', 'unchanged'],
  ['skipped', 'skipped'],
  ['cancelled', 'cancelled'],
  ['rolled_back', 'rolledBack'],
  ['rollback_conflict', 'rollbackConflict'],
];

export type NamedLoad = { labels: Record<string, string>; load: ProcessLoad };

export function queueMetrics(
  depth: readonly WaitingAtPriority[],
  unfinished: Partial<Record<JobStatus, number>>,
): Metric[] {
  const at = new Map(depth.map((one) => [one.priority, one]));
  return [
    {
      name: 'lexport_queue_depth',
      help: 'Jobs that want a processor: waiting for their turn, or admitted and not yet taken.',
      type: 'gauge',
      samples: PRIORITIES.flatMap((priority) =>
        (['waiting', 'admitted'] as const).map((state) => ({
          labels: { priority: String(priority), state },
          value: at.get(priority)?.[state] ?? 0,
        })),
      ),
    },
    {
      name: 'lexport_queue_oldest_age_seconds',
      help: 'How long the job that waits longest for a processor has waited; 0 when none does.',
      type: 'gauge',
      samples: [{ value: Math.max(0, ...depth.map(({ oldestSeconds }) => oldestSeconds)) }],
    },
    {
      name: 'lexport_jobs',
      help: 'Jobs that have not ended, by state.',
      type: 'gauge',
      samples: Object.entries(unfinished).map(([status, value]) => ({ labels: { status }, value })),
    },
  ];
}

export function itemsMetric(outcomes: readonly OutcomeTotals[], tallies: Tallies): Metric {
  const ended = outcomes.flatMap((totals): Sample[] =>
    OUTCOMES.map(([outcome, of]) => ({
      labels: { operation: totals.operation, outcome, code: '' },
      value: totals[of],
    })),
  );
  const failed = [...tallies].flatMap(([operation, tally]): Sample[] =>
    [...tally.failed].sort().map(([code, value]) => ({ labels: { operation, outcome: 'failed', code }, value })),
  );
  return {
    name: 'lexport_items_total',
    help: 'Items by what became of them; an item that is taken back counts as succeeded and as rolled_back.',
    type: 'counter',
    samples: [...ended, ...failed],
  };
}

/** Whether the audit trail is sealed, and what the last verification said of it. */
export function auditMetrics(seal: SealRow, last: { at: Date; intact: boolean } | null): Metric[] {
  const gauge = (name: string, help: string, value: number): Metric => ({
    name,
    help,
    type: 'gauge',
    samples: [{ value }],
  });
  const verified = last === null ? [] : [{ value: last.at.getTime() / 1000 }];
  return [
    gauge('lexport_audit_unsealed_entries', 'Audit entries that are not in a signed block yet.', seal.unsealed),
    gauge(
      'lexport_audit_oldest_unsealed_age_seconds',
      'How long the oldest of them has waited; 0 when there is none.',
      seal.oldestUnsealedSeconds ?? 0,
    ),
    gauge(
      'lexport_audit_sealing_problem',
      'Whether something keeps the trail from being sealed.',
      seal.problem ? 1 : 0,
    ),
    { name: 'lexport_audit_blocks_total', help: 'Signed blocks.', type: 'counter', samples: [{ value: seal.blocks }] },
    {
      name: 'lexport_audit_last_verification_timestamp_seconds',
      help: 'When the trail was last verified to its end.',
      type: 'gauge',
      samples: verified,
    },
    {
      name: 'lexport_audit_intact',
      help: 'Whether the last verification found the trail as it was sealed.',
      type: 'gauge',
      samples: last === null ? [] : [{ value: last.intact ? 1 : 0 }],
    },
  ];
}

/** Chunk durations and takeovers. */
export function workMetrics(tallies: Tallies, takeovers: number): Metric[] {
  return [
    {
      name: 'lexport_chunk_duration_seconds',
      help: 'How long the last attempt of each committed chunk took.',
      type: 'histogram',
      samples: [...tallies].flatMap(([operation, { chunks }]) => histogramSamples({ operation }, CHUNK_BOUNDS, chunks)),
    },
    {
      name: 'lexport_takeovers_total',
      help: 'Jobs taken over from a processor that was lost.',
      type: 'counter',
      samples: [{ value: takeovers }],
    },
  ];
}

/** What the processors that spoke lately say of themselves. */
export function freshLoads(processors: readonly ProcessorRow[]): NamedLoad[] {
  return processors
    .filter(({ silentSeconds }) => silentSeconds <= FRESH_SECONDS)
    .map((one) => ({ labels: labelsOf('processor', one), load: one.load }));
}

export function processorMetrics(processors: readonly ProcessorRow[]): Metric[] {
  const alive = processors.filter(({ silentSeconds }) => silentSeconds <= FRESH_SECONDS);
  return [
    {
      name: 'lexport_processors',
      help: 'Processors that spoke within the last ten seconds.',
      type: 'gauge',
      samples: [{ value: alive.length }],
    },
    {
      name: 'lexport_processor_heartbeat_age_seconds',
      help: 'Since the last word of each processor.',
      type: 'gauge',
      samples: processors.map((one) => ({ labels: labelsOf('processor', one), value: one.silentSeconds })),
    },
    {
      name: 'lexport_processor_jobs',
      help: 'Jobs in the hands of each processor.',
      type: 'gauge',
      samples: alive.map((one) => ({ labels: labelsOf('processor', one), value: one.load.jobs.length })),
    },
  ];
}

export function loadMetrics(all: readonly NamedLoad[]): Metric[] {
  return [
    {
      name: 'lexport_pool_connections',
      help: 'Database connections of each process, those that are idle, and callers that wait for one.',
      type: 'gauge',
      samples: all.flatMap(({ labels, load }) =>
        (['total', 'idle', 'waiting'] as const).map((state) => ({
          labels: { ...labels, state },
          value: load.pool[state],
        })),
      ),
    },
    {
      name: 'lexport_event_loop_lag_seconds',
      help: 'How late timers are, 99th percentile since the last word.',
      type: 'gauge',
      samples: all.map(({ labels, load }) => ({ labels, value: load.eventLoopLagMs / 1000 })),
    },
    {
      name: 'lexport_resident_memory_bytes',
      help: 'Resident memory of each process.',
      type: 'gauge',
      samples: all.map(({ labels, load }) => ({ labels, value: load.rss })),
    },
  ];
}

/** `instance` belongs to whoever scrapes: our own name for a process is `node`. */
export function labelsOf(process: 'web' | 'processor', { host, pid }: { host: string; pid: number }) {
  return { process, node: `${host}:${pid}` };
}
