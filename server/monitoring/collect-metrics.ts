import { hostname } from 'node:os';
import { sumOutcomes, sumTakeovers } from '#db/queries/job-totals.ts';
import { countUnfinished, readQueueDepth } from '#db/queries/monitoring.ts';
import { listProcessors } from '#db/queries/processors.ts';
import { readLastVerified, readSealRow } from '#db/queries/read-seal.ts';
import { watchProcess } from '#server/process-load.ts';
import type { Services } from '#server/services.ts';
import { cached } from './cached.ts';
import {
  auditMetrics,
  freshLoads,
  itemsMetric,
  labelsOf,
  loadMetrics,
  processorMetrics,
  queueMetrics,
  workMetrics,
} from './describe-metrics.ts';
import { type Metric, metricsText } from './metrics-text.ts';
import { createTally, type Tallies } from './tally-jobs.ts';

/** How long, in milliseconds, what the database said is said again. */
const FRESH_MS = 2_000;
/** A processor that has been silent for longer is not told of any more. */
const TOLD_FOR_SECONDS = 300;

/**
 * Everything /metrics says: the whole installation as the database knows it, and this process itself. Counters come from committed
 * rows and nothing of those is ever uncounted, so every web process says the same, before and after a restart. Without the
 * database it still tells of itself.
 */
export function createMetrics(services: Services): () => Promise<string> {
  const watch = watchProcess(services.pool);
  const tally = createTally(services.pool);
  const installation = cached(FRESH_MS, () => ofInstallation(services, tally));
  const labels = labelsOf('web', { host: hostname(), pid: process.pid });
  return async () => {
    const known = await installation().catch(() => null);
    const up: Metric = {
      name: 'lexport_database_up',
      help: 'Whether the database answers this process.',
      type: 'gauge',
      samples: [{ value: known ? 1 : 0 }],
    };
    const own = { labels, load: watch.look() };
    return metricsText([up, ...(known?.metrics ?? []), ...loadMetrics([own, ...(known?.loads ?? [])])]);
  };
}

async function ofInstallation({ pool }: Services, tally: () => Promise<Tallies>) {
  const queue = queueMetrics(await readQueueDepth(pool), await countUnfinished(pool));
  const processors = (await listProcessors(pool)).filter(({ silentSeconds }) => silentSeconds < TOLD_FOR_SECONDS);
  const tallies = await tally();
  const items = itemsMetric(await sumOutcomes(pool), tallies);
  const work = workMetrics(tallies, await sumTakeovers(pool));
  const audit = auditMetrics(await readSealRow(pool), await readLastVerified(pool));
  return {
    metrics: [...queue, items, ...work, ...audit, ...processorMetrics(processors)],
    loads: freshLoads(processors),
  };
}
