import { FAULT_NUMBERS, type FaultNumber } from './fault.ts';

export type Orders = { minutes: number; seed: number; faults: readonly FaultNumber[] };

const DEFAULT_MINUTES = 10;
const MOST_MINUTES = 24 * 60;
const USE = 'Use: npm run chaos -- --minutes 10 --seed 1 --faults F1,F3';

/** What was asked on the command line, or one plain sentence about what is wrong. Without a seed one is drawn. */
export function parseOrders(args: readonly string[], drawSeed: () => number): Orders | { problem: string } {
  const given = new Map<string, string>();
  for (let index = 0; index < args.length; index += 2) {
    const [name = '', value] = args.slice(index, index + 2);
    if (!['--minutes', '--seed', '--faults'].includes(name) || value === undefined) return { problem: USE };
    given.set(name, value);
  }
  const minutes = Number(given.get('--minutes') ?? DEFAULT_MINUTES);
  if (!(minutes > 0 && minutes <= MOST_MINUTES)) return { problem: `--minutes must be more than 0. ${USE}` };
  const seed = Number(given.get('--seed') ?? drawSeed());
  if (!Number.isInteger(seed) || seed < 0) return { problem: `--seed must be a whole number. ${USE}` };
  const asked = given.get('--faults')?.split(',') ?? FAULT_NUMBERS;
  const unknown = asked.find((number) => !FAULT_NUMBERS.includes(number as FaultNumber));
  if (unknown !== undefined)
    return { problem: `There is no fault ${unknown}, only ${FAULT_NUMBERS.join(', ')}. ${USE}` };
  return { minutes, seed, faults: FAULT_NUMBERS.filter((number) => asked.includes(number)) };
}
