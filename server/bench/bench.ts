import { measureSize, type SizeResult } from './measure-size.ts';
import { measureSmall } from './measure-small.ts';
import { parseSizes } from './parse-sizes.ts';
import { printResults } from './print-results.ts';
import { openWorkbench } from './workbench.ts';

/**
 * Holds the product against what its work costs at the least: an import against COPY, an export against deflate. On a machine
 * that does other things too, so what counts are ratios within one run.
 */
const asked = parseSizes(process.argv.slice(2));
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
  console.log('Measuring small jobs ...');
  const small = await measureSmall(workbench, interrupted.signal);
  const sizes: SizeResult[] = [];
  for (const size of asked.sizes) {
    console.log(`Measuring ${size} definitions ...`);
    sizes.push(await measureSize(workbench, size, interrupted.signal));
  }
  printResults({ sizes, small });
} catch (error) {
  if (!interrupted.signal.aborted) throw error;
  console.error('Interrupted; everything is stopped and removed.');
  process.exitCode = 130;
}
