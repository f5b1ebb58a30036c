import { measureAudit } from './measure-audit.ts';
import { measureEngine } from './measure-engine.ts';
import { measureFormats } from './measure-formats.ts';
import { measurePlan } from './measure-plan.ts';
import { measureRedaction } from './measure-redaction.ts';
import { measureRules } from './measure-rules.ts';
import { measureSize, type SizeResult } from './measure-size.ts';
import { measureSmall } from './measure-small.ts';
import { parseSizes } from './parse-sizes.ts';
import { printAudit } from './print-audit.ts';
import { printEngine } from './print-engine.ts';
import { printFormats } from './print-formats.ts';
import { printPlan } from './print-plan.ts';
import { printRedaction } from './print-redaction.ts';
import { printResults, type Results } from './print-results.ts';
import { printRules } from './print-rules.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/**
 * Holds the product against what its work costs at the least: an import against COPY, an export against deflate. On a machine
 * that does other things too, so what counts are ratios within one run.
 */
const [what] = process.argv.slice(2);
const engine = what === 'engine';
const rules = what === 'rules';
const plan = what === 'plan';
const formats = what === 'formats';
const audit = what === 'audit';
const asked = parseSizes(engine || rules || plan || formats || audit ? [] : process.argv.slice(2));
if ('problem' in asked) {
  console.error(asked.problem);
  process.exit(1);
}

const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => interrupted.abort());

// The only one without a database: rules are functions.
if (rules) {
  printRules(measureRules());
  printRedaction(measureRedaction());
} else await overDatabase(asked.sizes);

async function overDatabase(sizes: readonly number[]): Promise<void> {
  try {
    await using stack = new AsyncDisposableStack();
    console.log('Starting a database for the bench ...');
    const workbench = await openWorkbench(stack);
    if (engine) printEngine(await measureEngine(workbench, interrupted.signal));
    else if (audit) printAudit(await measureAudit(workbench, interrupted.signal));
    else if (formats) printFormats(await measureFormats(workbench, interrupted.signal));
    else if (plan) printPlan(await measurePlan(workbench, interrupted.signal));
    else printResults(await measureAll(workbench, sizes));
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
    console.error('Interrupted; everything is stopped and removed.');
    process.exitCode = 130;
  }
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
