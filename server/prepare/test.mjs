import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserTests } from './test/browser-tests.mjs';
import { buildAndCheck } from './test/build-and-check.mjs';
import { buildPages } from './test/build-pages.mjs';
import { leftRunning } from './test/left-running.mjs';
import { endRunningStage } from './test/run-stage.mjs';
import { staticChecks } from './test/static-checks.mjs';
import { vitest } from './test/vitest.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** What `npm test -- PART` runs; without a part: all of it. Each step answers how many of its checks passed, and names those that failed. */
const PARTS = {
  static: [staticChecks],
  unit: [vitest('unit')],
  integration: [buildPages, vitest('integration')],
  e2e: [buildPages, browserTests],
};
const EVERYTHING = [buildAndCheck, vitest(), browserTests];

const part = process.argv[2];
if (part && !PARTS[part]) {
  console.error(
    `There is no part "${part}": npm test -- ${Object.keys(PARTS).join('|')}, or npm test for all of them.`,
  );
  process.exit(1);
}

process.on('disconnect', () => leave(1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => leave(1));

// Everything temporary goes here, and whatever was started in this run can be told by it.
const temporary = mkdtempSync(join(tmpdir(), 'lexport-tests-'));
process.env.TMPDIR = temporary;
process.env.NEXT_TELEMETRY_DISABLED = '1';

const total = { passed: 0, failures: [] };
for (const step of [...(part ? PARTS[part] : EVERYTHING), leftRunning]) {
  const { passed, failures } = await step({ root: ROOT, temporary });
  total.passed += passed;
  total.failures.push(...failures);
}
rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
// Named once more at the end: of a long log that is what gets read.
if (total.failures.length > 0) console.log(`\nFailed:\n${total.failures.map((each) => `  ${each}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failures.length} failed`);
process.exit(total.failures.length > 0 || total.passed === 0 ? 1 : 0);

async function leave(code) {
  await endRunningStage();
  rmSync(temporary, { recursive: true, force: true });
  process.exit(code);
}
