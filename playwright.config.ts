import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromium } from './e2e/support/chromium.ts';

/**
 * The browser tests drive the product as `npm start` brings it up, with a data folder of its own. `npm test` gives port and folder;
 * `npx playwright test` alone uses these. Specs find the demo users in `process.env.E2E_DATA_DIR`/demo-users.json.
 */
process.env.E2E_PORT ??= '3123';
if (!process.env.E2E_DATA_DIR) {
  // Workers read this file too, with the variable set by the first reader: only that one may clean up.
  process.env.E2E_DATA_DIR = join(import.meta.dirname, '.data', 'e2e');
  rmSync(process.env.E2E_DATA_DIR, { recursive: true, force: true });
}

const port = process.env.E2E_PORT;
const baseURL = `http://localhost:${port}`;

export default defineConfig({
  testDir: 'e2e/specs',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 3,
  forbidOnly: true,
  // Generous: what is tested is what happens, not how fast a busy machine is. What has a limit of its own is measured by its spec.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    baseURL,
    browserName: 'chromium',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1280, height: 800 },
    launchOptions: chromium,
    // Drawing what moves takes a third of the time without a graphics card; the two journeys that show work in progress move.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Long enough for the slowest machine, and shorter than the test: what waits in vain says for what.
    actionTimeout: 90_000,
  },
  webServer: {
    command: `"${process.execPath}" server/start.ts`,
    url: `${baseURL}/readyz`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    env: {
      PORT: port,
      DATA_DIR: process.env.E2E_DATA_DIR,
      LOG_LEVEL: 'warn',
      // As `npm start` has it: a processor that a test kills is back in two thirds of the time.
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'lexport'),
      // The tests receive their webhooks on this machine, on any port that is free.
      WEBHOOK_ALLOW_NETWORKS: '127.0.0.1/32',
      WEBHOOK_PORTS: '*',
    },
  },
});
