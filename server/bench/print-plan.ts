import { loadavg } from 'node:os';
import type { PlanResult } from './measure-plan.ts';
import { machine, ms, rounded } from './print-results.ts';

/** A plan may take so many times what parsing and validating its items takes, by all rules. */
const MOST_TIMES = 2;

/** The figures for people, then as one line of JSON. */
export function printPlan(plan: PlanResult): void {
  const load = loadavg()[0] ?? 0;
  const { validating, checking } = plan;
  const isReached = validating.ratio <= MOST_TIMES;
  const decided = Object.entries(plan.decisions).map(([decision, count]) => `${count} ${decision}`);
  console.log(`\nA plan over ${plan.items} items on ${plan.stored} definitions: ${decided.join(', ')}`);
  console.log(`  the plan                                     ${ms(plan.planMs)}`);
  console.log(`  parse and validate, by all rules             ${ms(validating.ms)}`);
  console.log(`  parse and check each record by itself        ${ms(checking.ms)}`);
  console.log(
    `${isReached ? 'reached' : 'MISSED '}  ${validating.ratio.toFixed(2)} x parse and validate (at most ${MOST_TIMES} x)`,
  );
  console.log(`         ${checking.ratio.toFixed(2)} x parse and check each by itself`);
  console.log(`\nLoad of the machine meanwhile: ${load.toFixed(1)}\n`);
  console.log(JSON.stringify({ bench: 'lexport', machine: machine(), load, plan }, rounded));
}
