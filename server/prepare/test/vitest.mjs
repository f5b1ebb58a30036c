import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { heading, runStage } from './run-stage.mjs';

/**
 * The unit and integration tests; all together also measure how much of the server they run.
 * @param {'unit' | 'integration' | undefined} project
 */
export function vitest(project) {
  return async ({ root, temporary }) => {
    heading(project ? `Tests: ${project} (vitest)` : 'Unit and integration tests, with coverage of server/ (vitest)');
    const report = join(temporary, 'vitest.json');
    const args = [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    const { code } = await runStage([...args, ...(project ? ['--project', project] : ['--coverage'])], {
      root,
      show: true,
    });
    const { passed, failed } = count(report);
    // No test failed and yet it did: too little coverage, or an error outside of any test.
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
  };
}

function count(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles };
}
