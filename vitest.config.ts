import { defineConfig } from 'vitest/config';

const NEEDS_SERVERS = '**/*.{db,process}.test.ts';
const NEVER = ['node_modules/**', '.next/**', '.data/**', 'e2e/**'];

if (Number.parseInt(process.versions.node, 10) < 24)
  throw new Error('The tests need Node 24: start them with npm test or npx vitest.');

/**
 * `unit` needs nothing but Node. `integration` has a real Postgres (db/testing/postgres-for-tests.ts): `*.db.test.ts` files use a
 * database of their own in it, `*.process.test.ts` files start the product's processes. Files that run in one worker share what
 * they have loaded, which takes a third off: nothing of ours keeps anything of a test in a module.
 */
export default defineConfig({
  test: {
    // The tests wait for Postgres and for processes more than they reckon.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [NEEDS_SERVERS, ...NEVER],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [NEEDS_SERVERS],
          exclude: NEVER,
          globalSetup: './db/testing/postgres-for-tests.ts',
          setupFiles: './db/testing/remember-code.ts',
          pool: 'forks',
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    coverage: {
      // It counts in our code only; V8's own counting slows down all there is, which took a minute more.
      provider: 'istanbul',
      include: ['server/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**', 'server/bench/**', 'server/chaos/**'],
      reporter: ['text-summary', 'json-summary', 'html'],
      reportOnFailure: true,
      thresholds: { lines: 85 },
    },
  },
});
