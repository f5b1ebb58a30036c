import type { measureRules } from './measure-rules.ts';

/** A definition may cost so much, so that checking never dominates an import. */
const MOST_MICROSECONDS = 150;

/** The figures as lines; the exit code says whether they are within the limit. */
export function printRules({ rules, definitions, results }: ReturnType<typeof measureRules>): void {
  console.log(`\n${rules} rules over ${definitions} definitions, each by itself (limit ${MOST_MICROSECONDS} µs):`);
  for (const { profile, microseconds } of results)
    console.log(`  ${profile}: ${microseconds.toFixed(1)} µs a definition`);
  if (results.some(({ microseconds }) => microseconds > MOST_MICROSECONDS)) process.exitCode = 1;
}
