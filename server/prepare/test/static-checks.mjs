import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { oneCheck } from './one-check.mjs';
import { runStage } from './run-stage.mjs';

const CHECKS = [
  ['Lint and format (biome)', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['Unused code (knip)', ['node_modules/knip/bin/knip.js', '--no-progress']],
  ['Migrations fit together (drizzle-kit check)', ['node_modules/drizzle-kit/bin.cjs', 'check']],
  ['Migrations make the schema (drizzle-kit)', ['server/prepare/test/schema-drift.mjs']],
];
const TYPES = ['Types (tsc)', ['node_modules/typescript/bin/tsc', '-p', '.']];

/**
 * Everything that can be said without running the product.
 * @param {{ root: string, built?: Promise<unknown> }} run `built`: the pages are being built meanwhile, which writes types of its own
 */
export async function staticChecks({ root, built }) {
  const total = { passed: 0, failures: [] };
  const check = async ([title, args]) => {
    const { passed, failures } = oneCheck(title, await runStage(args, { root, timeoutMs: 300_000 }));
    total.passed += passed;
    total.failures.push(...failures);
  };
  for (const one of CHECKS) await check(one);
  await built;
  if (!existsSync(join(root, 'next-env.d.ts')))
    await runStage(['node_modules/next/dist/bin/next', 'typegen'], { root });
  await check(TYPES);
  return total;
}
