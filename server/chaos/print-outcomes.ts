import { availableParallelism, loadavg } from 'node:os';
import type { FaultNumber, Outcome } from './fault.ts';

/** Whether every invariant and every claim held. */
export function holds({ invariants, claims }: Outcome): boolean {
  return invariants.every(({ broken }) => broken.length === 0) && claims.every((claim) => claim.holds);
}

/** What did not hold, a line each. */
export function shortcomings({ invariants, claims }: Outcome): string[] {
  return [
    ...invariants
      .filter(({ broken }) => broken.length > 0)
      .map(({ name, broken }) => `${name}: ${broken.length} rows, such as ${JSON.stringify(broken[0])}`),
    ...claims.filter((claim) => !claim.holds).map(({ what, seen }) => `not so: ${what}: ${seen}`),
  ];
}

/** What was done, what must hold beside the invariants, the table of the invariants, and one line of JSON. */
export function printOutcomes(
  outcomes: ReadonlyMap<FaultNumber, Outcome>,
  { minutes, seed, seconds }: { minutes: number; seed: number; seconds: number },
): void {
  console.log();
  for (const [number, outcome] of outcomes) {
    const { did, jobs, items, longestGapMs } = outcome;
    console.log(`${number.padEnd(4)} ${did}; ${jobs} jobs, ${items} items, longest gap ${inSeconds(longestGapMs)}`);
    for (const { what, seen, holds: held } of outcome.claims)
      console.log(`     ${held ? 'yes' : 'NO '}  ${what}: ${seen}`);
  }
  console.log(`\n${invariantTable(outcomes)}\n`);
  const longest = Math.max(...[...outcomes.values()].map(({ longestGapMs }) => longestGapMs));
  const failed = [...outcomes].filter(([, outcome]) => !holds(outcome)).map(([number]) => number);
  console.log(
    `${failed.length === 0 ? 'Everything held' : `Did not hold: ${failed.join(', ')}`}. Seed ${seed}, ${Math.round(seconds)} s, ` +
      `longest gap without progress ${inSeconds(longest)}. ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}.`,
  );
  console.log(
    JSON.stringify({
      chaos: 'lexport',
      minutes,
      seed,
      seconds: Math.round(seconds),
      outcomes: Object.fromEntries(outcomes),
    }),
  );
}

const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** A row per invariant, a column per fault. */
function invariantTable(outcomes: ReadonlyMap<FaultNumber, Outcome>): string {
  const names = [...new Set([...outcomes.values()].flatMap(({ invariants }) => invariants.map(({ name }) => name)))];
  const width = Math.max(0, ...names.map((name) => name.length));
  const cell = (broken: readonly unknown[] | undefined) =>
    !broken ? '-' : broken.length === 0 ? 'holds' : `${broken.length} BROKEN`;
  const header = ['invariant'.padEnd(width), ...[...outcomes.keys()].map((number) => number.padStart(8))].join(' ');
  const rows = names.map((name) =>
    [
      name.padEnd(width),
      ...[...outcomes.values()].map(({ invariants }) =>
        cell(invariants.find((one) => one.name === name)?.broken).padStart(8),
      ),
    ].join(' '),
  );
  return [header, ...rows].join('\n');
}
