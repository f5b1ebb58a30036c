import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

/** Where `npm test` found or put a Chromium that is not Playwright's own; unset means Playwright's own. */
const GIVEN = process.env.CHROMIUM_PATH;
const DEBIAN = '/usr/bin/chromium';

/** How to start the real Chromium of this machine: in a container it has neither a sandbox nor a graphics card. */
export const chromium: LaunchOptions = {
  ...executable(GIVEN ?? DEBIAN),
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
};

function executable(path: string): LaunchOptions {
  return path && existsSync(path) ? { executablePath: path } : {};
}
