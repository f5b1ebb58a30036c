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
    return { passed: 0, failed: 1 };
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
  const { passed, failed } = count(report);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function count(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  // One that is skipped was not proven, and no test has a second chance: both count as failed.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
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
