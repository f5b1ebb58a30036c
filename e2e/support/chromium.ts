import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

/** The one `npm test` found, or what Debian calls them, the cheaper one first; with none of these Playwright starts its own. */
const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const executablePath = PLACES.find((path) => path && existsSync(path));

/** How to start the real Chromium of this machine: in a container it has neither a sandbox nor a graphics card. */
export const chromium: LaunchOptions = {
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
};
