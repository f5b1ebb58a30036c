import { join } from 'node:path';
import type { JobRow } from '#db/queries/job-row.ts';
import { generateFiles } from '#db/seed/generate-files.ts';
import { writeZipFile } from '#db/seed/write-zip-file.ts';
import { bareDeflate } from './bare-deflate.ts';
import { openProduct, type Product } from './product.ts';
import { rawCopy } from './raw-copy.ts';
import { compare, median, type Pair } from './statistics.ts';
import type { Workbench } from './workbench.ts';

const ROUNDS = 3;
/** Exports change nothing, so each round has more than one of them. */
const EXPORTS_PER_ROUND = 2;

export type SizeResult = {
  size: number;
  import: Compared & { phasesMs: Record<string, number> };
  export: Compared & { phasesMs: Record<string, number> };
  /** The highest of all rounds, each with a processor of its own, after its import and after its exports. */
  peakMemoryMb: { import: number; export: number };
};

type Compared = ReturnType<typeof compare> & { itemsPerSecond: number; ratios: number[] };
type Round = { import: Timed; exports: Timed[]; peakMemory: SizeResult['peakMemoryMb'] };
type Timed = { pair: Pair; phases: Record<string, number> };

/** Imports and exports `size` definitions, round by round, each beside what it is held against. */
export async function measureSize(workbench: Workbench, size: number, signal: AbortSignal): Promise<SizeResult> {
  const archive = join(workbench.folder, `${size}.zip`);
  await writeZipFile(archive, generateFiles({ count: size }));
  const rounds: Round[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    signal.throwIfAborted();
    rounds.push(await measureRound(workbench, { archive, size, name: `bench_${size}_${round}`, signal }));
  }
  return {
    size,
    import: summarise(
      rounds.map((round) => round.import),
      size,
    ),
    export: summarise(
      rounds.flatMap((round) => round.exports),
      size,
    ),
    peakMemoryMb: {
      import: Math.max(...rounds.map(({ peakMemory }) => peakMemory.import)),
      export: Math.max(...rounds.map(({ peakMemory }) => peakMemory.export)),
    },
  };
}

type RoundOrder = { archive: string; size: number; name: string; signal: AbortSignal };

async function measureRound(workbench: Workbench, { archive, size, name, signal }: RoundOrder): Promise<Round> {
  await using stack = new AsyncDisposableStack();
  const product = await openProduct(stack, workbench, name, signal);
  const { lead } = workbench;
  const uploadId = await product.upload(lead, archive);
  await workbench.settle();
  const imported = await timeJob(product, size, () =>
    product.start(lead, { operation: 'import', uploadId, options: { confirm: false } }),
  );
  const importMemory = await product.peakMemory();
  const copyMs = await rawCopy(workbench, name, size);

  const exports: Timed[] = [];
  for (let turn = 0; turn < EXPORTS_PER_ROUND; turn++) {
    await workbench.settle();
    const exported = await timeJob(product, size, () =>
      product.start(lead, { operation: 'export', selection: { filter: {}, excludedIds: [] } }),
    );
    const deflateMs = await bareDeflate(product.services, exported.jobId, size);
    exports.push({ pair: { product: exported.ms, baseline: deflateMs }, phases: exported.phases });
  }
  return {
    import: { pair: { product: imported.ms, baseline: copyMs }, phases: imported.phases },
    exports,
    peakMemory: { import: importMemory, export: await product.peakMemory() },
  };
}

/** From the moment the use case is called to the moment the job's row says `completed`, every item a success. */
async function timeJob(product: Product, size: number, start: () => ReturnType<Product['start']>) {
  const { jobId, askedAt } = await start();
  const job: JobRow = await product.until(jobId, 'completed');
  if (job.succeeded !== size) throw new Error(`${job.succeeded} items succeeded, not ${size}`);
  return { jobId, ms: (job.finishedAt?.getTime() ?? 0) - askedAt, phases: job.phaseMs };
}

function summarise(timed: readonly Timed[], size: number): SizeResult['import'] {
  const compared = compare(timed.map(({ pair }) => pair));
  const phases = [...new Set(timed.flatMap((one) => Object.keys(one.phases)))];
  return {
    ...compared,
    itemsPerSecond: (size / compared.productMs) * 1000,
    ratios: timed.map(({ pair }) => pair.product / pair.baseline),
    phasesMs: Object.fromEntries(phases.map((phase) => [phase, median(timed.map((one) => one.phases[phase] ?? 0))])),
  };
}
