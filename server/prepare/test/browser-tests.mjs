import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { heading, runStage } from './run-stage.mjs';

/** The browser tests, in a real Chromium; without one they fail, they are never skipped. */
export async function browserTests({ root, temporary }) {
  heading('Browser tests in Chromium (playwright)');
  const chromium = await findChromium(root);
  if (!chromium) {
    console.log(
      'No Chromium was found and none could be installed. Install one (npx playwright install --with-deps --only-shell chromium, or your ' +
        "system's package) or set CHROMIUM_PATH to one.",
    );
    return { passed: 0, failures: ['no Chromium'] };
  }
  const report = join(temporary, 'playwright.json');
  const env = {
    CHROMIUM_PATH: chromium,
    E2E_PORT: String(await freePort()),
    E2E_DATA_DIR: join(temporary, 'e2e'),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'];
  const { code } = await runStage(args, { root, show: true, env });
  const { passed, failures } = readReport(report);
  return { passed, failures: code !== 0 && failures.length === 0 ? ['playwright: see its output'] : failures };
}

function readReport(report) {
  if (!existsSync(report)) return { passed: 0, failures: [] };
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'));
  // One that is skipped was not proven, and no test has a second chance: both count as failed.
  const failures = specsOf(suites)
    .filter(({ tests }) => tests.some(({ status }) => status !== 'expected'))
    .map(({ file, line, title }) => `e2e/specs/${file}:${line}: ${title}`);
  return { passed: stats.expected, failures };
}

function specsOf(suites) {
  return suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites ?? [])]);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });
}
