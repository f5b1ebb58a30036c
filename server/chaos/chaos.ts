import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '#db/seed/random.ts';
import { FAULT_NUMBERS, type Fault, type FaultNumber, type Outcome } from './fault.ts';
import { freezeProcessors } from './faults/freeze-processors.ts';
import { halfOpenListener } from './faults/half-open-listener.ts';
import { killProcessors } from './faults/kill-processors.ts';
import { largeItems } from './faults/large-items.ts';
import { restartDatabase } from './faults/restart-database.ts';
import { restartWeb } from './faults/restart-web.ts';
import { skewClocks } from './faults/skew-clocks.ts';
import { slowDatabase } from './faults/slow-database.ts';
import { parseOrders } from './parse-orders.ts';
import { holds, printOutcomes, shortcomings } from './print-outcomes.ts';
import { openServer } from './server.ts';

/**
 * The faults of the matrix that no test run has the time for: real processes over a real database, with a printed seed. Ends with
 * code 0 when everything held, with 1 when anything did not.
 */
const FAULTS: Readonly<Record<FaultNumber, Fault>> = {
  F1: killProcessors,
  F2: freezeProcessors,
  F3: restartDatabase,
  F6: halfOpenListener,
  F10: skewClocks,
  F11: slowDatabase,
  F16: restartWeb,
  F17: largeItems,
};
/** With so many minutes the numbers of the matrix are reached. */
const FULL_MINUTES = 15;

const orders = parseOrders(process.argv.slice(2), () => randomInt(2 ** 31));
if ('problem' in orders) {
  console.error(orders.problem);
  process.exit(1);
}
const { minutes, seed, faults } = orders;
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interrupted.abort());

const started = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);
console.log(`Proof under faults: ${minutes} minutes, seed ${seed}, ${faults.join(', ')}`);

try {
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'lexport-chaos-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const server = await openServer(stack, folder, say);
  const outcomes = new Map<FaultNumber, Outcome>();
  for (const number of faults) {
    const fault = FAULTS[number];
    say(`${number}  ${fault.name}`);
    const order = {
      server,
      seconds: minutes * 60 * fault.share,
      scale: minutes / FULL_MINUTES,
      random: createRandom(seed, FAULT_NUMBERS.indexOf(number)),
      signal: interrupted.signal,
      say,
    };
    const outcome = await fault.run(order).catch(notConcluded);
    outcomes.set(number, outcome);
    say(`${number}  ${outcome.did}: ${holds(outcome) ? 'holds' : 'DOES NOT HOLD'}`);
    for (const line of shortcomings(outcome)) say(`      ${line}`);
  }
  printOutcomes(outcomes, { minutes, seed, seconds: (performance.now() - started) / 1000 });
  process.exitCode = [...outcomes.values()].every(holds) ? 0 : 1;
} catch (error) {
  process.exitCode = interrupted.signal.aborted ? 130 : 1;
  console.error(interrupted.signal.aborted ? 'Interrupted; everything is stopped and removed.' : error);
}
process.exit();

/** A fault under which not even the end was reached: a job that gets no further, say. The others are tried all the same. */
function notConcluded(error: unknown): Outcome {
  if (interrupted.signal.aborted) throw error;
  const seen = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const claims = [{ what: 'it comes to an end', seen, holds: false }];
  return { did: 'not concluded', jobs: 0, items: 0, longestGapMs: 0, invariants: [], claims };
}
