import { parseArgs } from 'node:util';
import { GENERATED_DEFINITIONS } from './generate-definition.ts';

export type GenerateArguments = { count: number; out: string; seed: number; invalidPercent: number };

const USAGE = 'Use: npm run generate -- N [--out FILE] [--seed S] [--invalid PERCENT]';

/** What the command line asks for, or one plain sentence about what is wrong with it. */
export function parseGenerateArguments(args: readonly string[]): GenerateArguments | { problem: string } {
  let parsed: ReturnType<typeof readArguments>;
  try {
    parsed = readArguments(args);
  } catch {
    return { problem: `There is an option that this command does not know, or one without a value. ${USAGE}` };
  }
  const { positionals, values } = parsed;
  if (positionals.length !== 1) return { problem: `Say how many definitions you want. ${USAGE}` };
  const count = wholeNumber(positionals[0]);
  if (count === null || count < 1 || count > GENERATED_DEFINITIONS)
    return { problem: `The number of definitions must be a whole number from 1 to ${GENERATED_DEFINITIONS}.` };
  const seed = wholeNumber(values.seed ?? '1');
  if (seed === null) return { problem: 'The seed must be a whole number of at most nine digits.' };
  const invalidPercent = wholeNumber(values.invalid ?? '0');
  if (invalidPercent === null || invalidPercent > 100)
    return { problem: 'The share of invalid files must be a whole number from 0 to 100.' };
  const out = values.out ?? `lexport-${count}-definities.zip`;
  if (out.trim() === '') return { problem: 'The name of the file to write must not be empty.' };
  return { count, out, seed, invalidPercent };
}

function readArguments(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' }, seed: { type: 'string' }, invalid: { type: 'string' } },
  });
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
