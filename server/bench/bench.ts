import { measureEngine } from './measure-engine.ts';
import { measureSize, type SizeResult } from './measure-size.ts';
import { measureSmall } from './measure-small.ts';
import { parseSizes } from './parse-sizes.ts';
import { printEngine } from './print-engine.ts';
import { printResults, type Results } from './print-results.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/**
 * Holds the product against what its work costs at the least: an import against COPY, an export against deflate. On a machine
 * that does other things too, so what counts are ratios within one run.
 */
const engine = process.argv[2] === 'engine';
const asked = parseSizes(engine ? [] : process.argv.slice(2));
if ('problem' in asked) {
  console.error(asked.problem);
  process.exit(1);
}

const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => interrupted.abort());

try {
  await using stack = new AsyncDisposableStack();
  console.log('Starting a database for the bench ...');
  const workbench = await openWorkbench(stack);
  if (engine) printEngine(await measureEngine(workbench, interrupted.signal));
  else printResults(await measureAll(workbench, asked.sizes));
} catch (error) {
  if (!interrupted.signal.aborted) throw error;
  console.error('Interrupted; everything is stopped and removed.');
  process.exitCode = 130;
}

async function measureAll(workbench: Workbench, sizes: readonly number[]): Promise<Results> {
  console.log('Measuring small jobs ...');
  const small = await measureSmall(workbench, interrupted.signal);
  const measured: SizeResult[] = [];
  for (const size of sizes) {
    console.log(`Measuring ${size} definitions ...`);
    measured.push(await measureSize(workbench, size, interrupted.signal));
  }
  return { sizes: measured, small };
}
